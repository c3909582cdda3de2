import { loudest } from './loudest.ts';
import { closest, crowdOf, type Group, gather, isBetween } from './marks.ts';
import type { Picture, PictureAxis, PictureEntry, PictureTimeline } from './picture.ts';
import { drawnPart, type PicturePart, scaleOf } from './picture-part.ts';

/** Timelines of up to so many entries are small enough to be kept whole. */
const mostWhole = 400;
/** What is out of sight is told in so many pieces, on each side of what is seen. */
const piecesOutOfSight = 60;

/**
 * A picture that holds no more of long timelines than can be told apart in the part that is seen, half a width beside
 * it, and roughly what there is elsewhere. Drawn in that part it looks like the whole one.
 */
export function condense(picture: Picture, part: PicturePart): Picture {
  return {
    ...picture,
    timelines: picture.timelines.map((timeline) => {
      const axis = picture.axes.find(({ kind }) => kind === timeline.axis);
      return axis === undefined || timeline.entries.length <= mostWhole
        ? timeline
        : { ...timeline, entries: condensedEntries(timeline, axis, part) };
    }),
  };
}

function condensedEntries({ entries }: PictureTimeline, axis: PictureAxis, part: PicturePart): readonly PictureEntry[] {
  const scale = scaleOf(axis, part);
  const { left, right } = drawnPart(part);
  const beside = (right - left) / 2;
  const farBefore: PictureEntry[] = [];
  const before: PictureEntry[] = [];
  const seen: PictureEntry[] = [];
  const after: PictureEntry[] = [];
  const farAfter: PictureEntry[] = [];
  for (const entry of entries) {
    if (isBetween(entry, scale, left, right)) seen.push(entry);
    else if (isBetween(entry, scale, left - beside, left)) before.push(entry);
    else if (isBetween(entry, scale, right, right + beside)) after.push(entry);
    else if (scale.x(entry.at) < left) farBefore.push(entry);
    else farAfter.push(entry);
  }
  const far = ((right - left) * part.zoom) / piecesOutOfSight;
  const groups = [
    ...gather(farBefore, scale, far),
    ...[before, seen, after].flatMap((near) => gather(near, scale, closest)),
    ...gather(farAfter, scale, far),
  ];
  return groups.map(inOne).sort((a, b) => a.at - b.at);
}

const longestText = 80;

function inOne(group: Group): PictureEntry {
  const [{ line, at, text, approximate, seconds }] = group;
  if (group.length === 1) return group[0];
  const severity = loudest(group.flatMap((entry) => entry.severity ?? []));
  return {
    ...{ line, at, text: text.length > longestText ? `${text.slice(0, longestText - 1).trimEnd()}…` : text },
    ...(approximate && { approximate }),
    ...(seconds && { seconds }),
    ...(severity && { severity }),
    crowd: crowdOf(group),
  };
}
