import type { Connection } from 'vscode-languageserver';
import { copyAs } from '../features/copy-as/copy-as.ts';
import { missingSections } from '../features/insert-section.ts';
import { inspectedFile } from '../features/inspected-file.ts';
import { allRules } from '../rules/all-rules.ts';
import { postmortemOf } from './about-postmortem.ts';
import { type Analysis, analyse } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import {
  type CheckAnswer,
  type CheckParams,
  type CopyParams,
  commandMethods,
  type DocumentParams,
  type MissingSectionsAnswer,
  type RuleAnswer,
} from './command-messages.ts';
import type { CommandParts } from './command-parts.ts';
import { diagnosticOf } from './diagnostics.ts';
import { serveNewPostmortem } from './new-postmortem-requests.ts';
import { changeOf, spanOfRange } from './positions.ts';
import { snapshots } from './snapshot.ts';
import { serveTimelineRequests } from './timeline-requests.ts';
import { unlessSuperseded } from './unless-superseded.ts';

/** What commands, views and tools of the client ask for. */
export function serveCommandRequests(connection: Connection, parts: CommandParts): void {
  const { documents, client, place, settingsFor } = parts;
  serveTimelineRequests(connection, parts);
  serveNewPostmortem(connection, parts);
  connection.onRequest(commandMethods.missingSections, ({ uri }: DocumentParams) =>
    unlessSuperseded(null, async () => {
      const analysis = await postmortemOf(documents, uri);
      return analysis ? missingSectionsAnswer(analysis) : null;
    }),
  );
  connection.onRequest(commandMethods.copyAs, ({ uri, format, selection }: CopyParams) =>
    unlessSuperseded<string | null>(null, async () => {
      const analysis = await documents.analysisOf(uri);
      if (analysis === undefined) return null;
      const { postmortem, snapshot, profile } = analysis;
      if (format !== 'json') return copyAs(postmortem, format, spanOfRange(snapshot.source, selection));
      return `${JSON.stringify(inspectedFile(analysis.reading.path, postmortem, profile.name), undefined, 2)}\n`;
    }),
  );
  connection.onRequest(commandMethods.check, async ({ uri, text }: CheckParams): Promise<CheckAnswer> => {
    const snapshot = snapshots.create(uri, 'markdown', 0, text);
    return checkAnswer(await analyse(snapshot, await settingsFor(uri), place, () => true), client);
  });
  connection.onRequest(commandMethods.rules, (): RuleAnswer[] =>
    allRules.map(({ code, title, severity, what }) => ({ code, title, severity, what })),
  );
}

function missingSectionsAnswer({ postmortem, profile }: Analysis): MissingSectionsAnswer {
  const { source } = postmortem;
  const sections = missingSections(postmortem, profile).map(({ edits, ...section }) => ({
    ...section,
    changes: edits.map((edit) => changeOf(source, edit)),
  }));
  return { profile: profile.title, sections };
}

function checkAnswer(analysis: Analysis, client: ClientAbilities): CheckAnswer {
  const { postmortem, profile, findings, reading } = analysis;
  return {
    postmortem: postmortem.verdict.postmortem,
    detail: postmortem.verdict.detail,
    findings: findings.map((finding) => {
      const { range, severity = 3 } = diagnosticOf(finding, analysis, client);
      return { range, severity, code: finding.code, message: finding.message };
    }),
    file: inspectedFile(reading.path, postmortem, profile.name),
  };
}
