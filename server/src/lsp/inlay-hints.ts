import {
  type Connection,
  InlayHintKind,
  type InlayHintParams,
  type InlayHint as ProtocolHint,
} from 'vscode-languageserver';
import { type InlayHint, inlayHints } from '../features/inlay-hints.ts';
import { aboutPostmortem, postmortemOf } from './about-postmortem.ts';
import type { Analysis } from './analysis.ts';
import type { Documents } from './documents.ts';
import { positionAt, rangeOf, spanOfRange } from './positions.ts';
import type { ReadingAbilities } from './reading-abilities.ts';
import type { SettingsStore } from './settings-store.ts';
import { unlessSuperseded } from './unless-superseded.ts';

/** By which a hint is found again when it is to be resolved. */
interface HintData {
  readonly uri: string;
  readonly version: number;
  readonly kind: InlayHint['kind'];
  readonly at: number;
  readonly label: string;
}

export function serveInlayHints(
  connection: Connection,
  documents: Documents,
  settings: SettingsStore,
  { inlayHints: able }: ReadingAbilities,
): void {
  if (able === undefined) return;
  const whole = { tooltip: !able.resolves.has('tooltip'), textEdits: !able.resolves.has('textEdits') };
  connection.languages.inlayHint.on(
    aboutPostmortem(documents, async (analysis, { range }: InlayHintParams) => {
      const { source, uri } = analysis.snapshot;
      const { inlayHints: wanted } = await settings.shownOf(uri);
      const hints = inlayHints(analysis.postmortem, spanOfRange(source, range), wanted);
      return hints.map((hint) => protocolHint(hint, analysis, whole));
    }),
  );
  connection.languages.inlayHint.resolve((unresolved) =>
    unlessSuperseded(unresolved, async () => {
      const data: HintData = unresolved.data;
      const analysis = await postmortemOf(documents, data.uri);
      // The client asks anew for the hints of the newer version.
      if (analysis === undefined || analysis.snapshot.version !== data.version) return unresolved;
      const { inlayHints: wanted } = await settings.shownOf(data.uri);
      const found = inlayHints(analysis.postmortem, { start: data.at, end: data.at }, wanted);
      const hint = found.find(({ kind, label }) => kind === data.kind && label === data.label);
      return hint ? protocolHint(hint, analysis, { tooltip: true, textEdits: true }) : unresolved;
    }),
  );
}

function protocolHint(
  hint: InlayHint,
  { snapshot: { source, uri, version } }: Analysis,
  whole: { readonly tooltip: boolean; readonly textEdits: boolean },
): ProtocolHint {
  const data: HintData = { uri, version, kind: hint.kind, at: hint.at, label: hint.label };
  const edits = hint.edits.map(({ span, text }) => ({ range: rangeOf(source, span), newText: text }));
  return {
    position: positionAt(source, hint.at),
    label: hint.label,
    kind: hint.kind === 'elapsed' ? InlayHintKind.Parameter : InlayHintKind.Type,
    paddingLeft: hint.belongs === 'before',
    paddingRight: hint.belongs === 'behind',
    ...(whole.tooltip && { tooltip: hint.tooltip }),
    ...(whole.textEdits && edits.length > 0 && { textEdits: edits }),
    data,
  };
}
