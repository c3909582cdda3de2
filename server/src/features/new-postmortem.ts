import type { Postmortem } from '../postmortem/postmortem.ts';
import { chooseProfile } from '../profiles/choose-profile.ts';
import type { Profile, ProfileSection } from '../profiles/profile.ts';
import { guidanceComment } from '../rules/guidance.ts';
import { formatClock, formatDay, type LocalDateTime } from '../time/calendar.ts';

export interface NewPostmortem {
  readonly title: string;
  /** Empty: not known yet. */
  readonly severity: string;
  /** When the incident began, on the clocks of the zone. */
  readonly start: LocalDateTime;
  readonly zone: string;
}

/** Text with places that the author goes through, in order. */
export interface TextWithStops {
  readonly text: string;
  /** Offsets in the text. */
  readonly stops: readonly number[];
}

/** A postmortem that has everything its form asks for but the words. `read` is asked whether the form has to be named. */
export function newPostmortem(
  incident: NewPostmortem,
  profile: Profile,
  profiles: readonly Profile[],
  read: (text: string) => Postmortem,
): TextWithStops {
  const plain = written(incident, profile, false);
  const { profile: found } = chooseProfile(read(plain.text), profiles, undefined);
  return found.name === profile.name ? plain : written(incident, profile, true);
}

function written(incident: NewPostmortem, profile: Profile, named: boolean): TextWithStops {
  const draft = createDraft();
  if (named) draft.add(`---\nprofile: ${profile.name}\n---\n\n`);
  draft.add(`# ${incident.title.replace(/\s+/g, ' ').trim()}\n\n`);
  writeFacts(draft, incident, profile);
  for (const section of profile.sections) {
    if (section.required && section.kind !== 'status') writeSection(draft, section, incident, profile);
  }
  return draft.finished();
}

/** Text that grows, and where the author will stop in it. */
interface Draft {
  add(text: string): void;
  stop(): void;
  finished(): TextWithStops;
}

function createDraft(): Draft {
  let text = '';
  const stops: number[] = [];
  return {
    add(more) {
      text += more;
    },
    stop: () => void stops.push(text.length),
    finished: () => ({ text: `${text.trimEnd()}\n`, stops }),
  };
}

function writeFacts(draft: Draft, { severity, start, zone }: NewPostmortem, { facts }: Profile): void {
  draft.add('- **Status:** Draft\n');
  draft.add(`- **Date:** ${formatDay(start)}\n`);
  if (severity !== '' || facts.includes('severity')) {
    draft.add(`- **Severity:** ${severity}`);
    if (severity === '') draft.stop();
    draft.add('\n');
  }
  draft.add(`- **Start:** ${formatDay(start)} ${formatClock(start.hour, start.minute, undefined)} ${zone}\n`);
  draft.add('- **Owner:** ');
  draft.stop();
  draft.add('\n\n');
}

function writeSection(draft: Draft, section: ProfileSection, incident: NewPostmortem, profile: Profile): void {
  const { start, zone } = incident;
  const isTimeline = section.kind === 'timeline';
  draft.add(`## ${section.heading}${isTimeline ? ` (${zone})` : ''}\n\n${guidanceComment(section.guidance)}\n\n`);
  if (isTimeline) draft.add(`- ${formatDay(start)} ${formatClock(start.hour, start.minute, undefined)} `);
  if (section.kind === 'actions') writeActionItem(draft, profile);
  else draft.stop();
  draft.add('\n\n');
}

function writeActionItem(draft: Draft, { actions }: Profile): void {
  draft.add('- [ ] ');
  draft.stop();
  const wanted = [actions.owner && 'owner', actions.due && 'due', actions.ticket && 'ticket'].filter(
    (name) => name !== false,
  );
  if (wanted.length === 0) return;
  wanted.forEach((name, i) => {
    draft.add(`${i === 0 ? ' (' : ', '}${name}: `);
    draft.stop();
  });
  draft.add(')');
}

const longestName = 60;

/** The title as a part of a file name: `checkout-unavailable`. Letters of all languages stay. */
function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const short = slug.length <= longestName ? slug : slug.slice(0, longestName).replace(/-[^-]*$/, '');
  return short === '' ? 'postmortem' : short;
}

export interface FileNaming {
  /** Folder in the workspace; empty for its root. */
  readonly folder: string;
  /** `${date}-${title}.md` */
  readonly fileName: string;
}

/** The path in the workspace folder, with `/`. Nothing leads out of the folder. */
export function pathOfNew({ title, severity, start }: NewPostmortem, profile: string, naming: FileNaming): string {
  const values: Readonly<Record<string, string>> = {
    date: formatDay(start),
    year: String(start.year).padStart(4, '0'),
    month: String(start.month).padStart(2, '0'),
    day: String(start.day).padStart(2, '0'),
    title: slugOf(title),
    severity: severity === '' ? 'unknown' : slugOf(severity),
    profile,
  };
  const fill = (pattern: string): string =>
    pattern.replace(/\$\{(\w{1,20})\}/g, (whole, name: string) => values[name] ?? whole);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the variables of the setting, not of a template
  const usualName = '${date}-${title}.md';
  const parts = [naming.folder, naming.fileName.trim() === '' ? usualName : naming.fileName]
    .flatMap((pattern) => fill(pattern).split(/[\\/]+/))
    .map((part) => part.replace(/[<>:"|?*\p{Cc}]+/gu, '-').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const path = parts.join('/');
  return /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md`;
}
