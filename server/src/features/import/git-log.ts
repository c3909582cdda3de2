import { logWords } from './event-words.ts';
import type { Imported, ImportedEvent, LeftOut } from './imported.ts';
import { epochOf, instantOf } from './time-of-event.ts';

const commitLine = /^(?:[*|/\\ ]{0,40})commit ([0-9a-f]{7,64})\b/;

/** What `git log` prints, in its usual form and in `fuller`; `undefined` for anything else. */
export function readGitLog(text: string): Imported | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  if (!lines.some((line) => commitLine.test(line))) return undefined;
  const events: ImportedEvent[] = [];
  const left: LeftOut[] = [];
  lines.forEach((line, index) => {
    const hash = commitLine.exec(line)?.[1];
    if (hash === undefined) return;
    const next = lines.findIndex((other, i) => i > index && commitLine.test(other));
    const commit = readCommit(lines.slice(index + 1, next < 0 ? undefined : next));
    if (commit.time && commit.subject !== '') {
      const who = commit.author === undefined ? '' : ` (${commit.author})`;
      events.push({ time: commit.time, words: `Commit ${hash.slice(0, 9)}: ${logWords(commit.subject)}${who}` });
    } else {
      const reason = commit.time ? 'It has no message.' : 'It has no date that can be read.';
      left.push({ place: `line ${index + 1}`, text: `commit ${hash}`, reason });
    }
  });
  return { source: 'git log', events, left };
}

interface Commit {
  readonly time: ImportedEvent['time'] | undefined;
  readonly author: string | undefined;
  readonly subject: string;
}

function readCommit(lines: readonly string[]): Commit {
  const field = (name: string): string | undefined =>
    lines.find((line) => line.replace(/^[*|/\\ ]+/, '').startsWith(`${name}:`))?.replace(/^[^:]*:\s*/, '');
  // What was committed when: the date of the commit, where it stands, comes nearer to it than that of the author.
  const date = field('CommitDate') ?? field('Date') ?? field('AuthorDate');
  const blank = lines.findIndex((line) => line.replace(/^[*|/\\ ]+/, '').trim() === '');
  const subject = blank < 0 ? '' : (lines.slice(blank).find((line) => /[^\s*|/\\]/.test(line)) ?? '');
  return {
    time: date === undefined ? undefined : (instantOf(date) ?? epochOf(/^\d{9,11}(?= [+-]\d{4}$|$)/.exec(date)?.[0])),
    author: field('Author')?.replace(/\s*<[^<>]*>\s*$/, ''),
    subject: subject.replace(/^[*|/\\ ]+/, '').trim(),
  };
}
