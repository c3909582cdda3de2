import { condense } from '../render/picture/condense.ts';
import type { Picture } from '../render/picture/picture.ts';
import type { PicturePart } from '../render/picture/picture-part.ts';
import { readPicture } from '../render/picture/read-picture.ts';
import { type PreviewParts, previewParts } from '../render/preview-parts.ts';
import type { Analysis } from './analysis.ts';
import type { PreviewAnswer, PreviewParams } from './messages.ts';

/** What previews show besides the document itself, so that only what changed is sent. */
export interface ShownIncidents {
  answer(analysis: Analysis, params: PreviewParams): PreviewAnswer;
  forget(uri: string): void;
}

interface Shown {
  readonly number: number;
  readonly parts: PreviewParts;
  /** As JSON. */
  readonly picture: string;
}

/** What a page sees of a picture that it has not drawn yet; no page is wider. */
const wholePicture: PicturePart = { width: 1100, zoom: 1, pan: 0 };

export function createShownIncidents(readerZone: string | undefined): ShownIncidents {
  const last = new Map<string, Shown>();
  const pictures = new WeakMap<Analysis, Picture>();
  let number = 0;
  const pictureOf = (analysis: Analysis): Picture => {
    const picture = pictures.get(analysis) ?? readPicture(analysis.postmortem, analysis.findings, readerZone);
    pictures.set(analysis, picture);
    return picture;
  };
  return {
    answer(analysis, { known, part = wholePicture }) {
      const { postmortem, findings, options } = analysis;
      const { uri, version } = analysis.snapshot;
      const before = last.get(uri);
      const since = before?.number === known ? before : undefined;
      const parts = previewParts(postmortem, findings, options.now, { kind: 'buttons' });
      const picture = condense(pictureOf(analysis), part);
      const shown = { number: ++number, parts, picture: JSON.stringify(picture) };
      last.set(uri, shown);
      return {
        number,
        since: since?.number ?? null,
        version,
        postmortem: postmortem.verdict.postmortem,
        detail: postmortem.verdict.detail,
        parts: changedParts(since?.parts, parts),
        ...(since?.picture !== shown.picture && { picture }),
        findings: findings.length,
        actions: postmortem.actionLists.reduce((sum, { items }) => sum + items.length, 0),
      };
    },
    forget: (uri) => void last.delete(uri),
  };
}

function changedParts(before: PreviewParts | undefined, after: PreviewParts): Partial<PreviewParts> {
  const { head, facts, unplaced, review, actions } = after;
  return {
    ...(head !== before?.head && { head }),
    ...(facts !== before?.facts && { facts }),
    ...(unplaced !== before?.unplaced && { unplaced }),
    ...(review !== before?.review && { review }),
    ...(actions !== before?.actions && { actions }),
  };
}
