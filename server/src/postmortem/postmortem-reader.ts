import type { ParagraphBlock } from '../markdown/block.ts';
import { MarkdownReader } from '../markdown/markdown-reader.ts';
import { createSourceText, type SourceText } from '../text/source-text.ts';
import type { CalendarDay } from '../time/calendar.ts';
import { readOpening } from '../time/moment-text.ts';
import type { Zone } from '../time/zone.ts';
import { readZone } from '../time/zone-text.ts';
import { readEntryWords } from './entry-words.ts';
import { dateOfFileName } from './file-date.ts';
import type { LineReaders, ReadItem } from './line-readers.ts';
import type { Postmortem, ReadContext } from './postmortem.ts';
import { readActions } from './read-actions.ts';
import { readFacts } from './read-facts.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readMetrics } from './read-metrics.ts';
import { readSections } from './read-sections.ts';
import { readStatedTimes } from './read-stated-times.ts';
import { readTimelines } from './read-timelines.ts';
import { readTitle } from './read-title.ts';
import { readVerdict } from './read-verdict.ts';
import type { StatedWindow } from './stated-time.ts';
import { TextMemory } from './text-memory.ts';
import type { Sourced } from './timeline.ts';

export interface PostmortemReader {
  /** Reads one version. What did not change since the version before is not read again; the model is the same as a fresh reader's. */
  read(text: string, context: ReadContext): Postmortem;
  /** The same for a text whose lines are known already. */
  readSource(source: SourceText, context: ReadContext): Postmortem;
}

/** A reader for the versions of one document. */
export function createPostmortemReader(): PostmortemReader {
  const markdown = new MarkdownReader();
  const openings = new TextMemory(readOpening);
  const words = new TextMemory(readEntryWords);
  const items = new WeakMap<ParagraphBlock, ReadItem>();
  const readSource: PostmortemReader['readSource'] = (source, context) => {
    openings.nextVersion();
    words.nextVersion();
    return readDocument(source, context, markdown, {
      opening: (line) => openings.get(line),
      words: (entry) => words.get(entry),
      items,
    });
  };
  return { read: (text, context) => readSource(createSourceText(text), context), readSource };
}

function readDocument(
  source: SourceText,
  context: ReadContext,
  markdown: MarkdownReader,
  read: LineReaders,
): Postmortem {
  const { text } = source;
  const document = markdown.read(text);
  const frontBlock = document.blocks[0];
  const frontMatter = frontBlock?.kind === 'front-matter' ? readFrontMatter(text, frontBlock) : undefined;
  const { blocks, sections: named } = readSections(text, document.blocks);
  const title = readTitle(text, blocks, named, frontMatter);
  const facts = readFacts({ text, blocks, sections: named, frontMatter, title });
  const setting = zoneSetting(context.zone);
  const stated = readStatedTimes({ text, blocks, sections: named, facts, title, frontMatter, zone: setting });
  const { sections, timelines } = readTimelines({
    text,
    blocks,
    sections: named,
    document: {
      date: firstDay(stated.windows[0], stated.incidentDate),
      zone: stated.zone ?? setting,
      dateOrder: stated.dateOrder,
    },
    lineAt: source.lineAt,
    read,
  });
  const verdict = readVerdict({
    context,
    unread: document.problems.find(({ kind }) => kind === 'too-large' || kind === 'binary'),
    frontMatter,
    title,
    sections,
    timelines,
    statesTimes: stated.windows.length > 0 || stated.duration !== undefined,
  });
  return {
    source,
    blocks,
    stretches: document.stretches,
    html: document.html,
    frontMatter,
    verdict,
    title,
    sections,
    timelines,
    facts,
    windows: stated.windows,
    durations: stated.durations,
    duration: stated.duration,
    incidentDate: stated.incidentDate,
    fileDate: dateOfFileName(context.path),
    metrics: readMetrics(timelines),
    actionLists: readActions({ text, blocks, sections, timelines }),
    problems: document.problems,
  };
}

/** A window that crosses midnight may be dated by its end; its entries begin on the day of its start. */
function firstDay(
  window: StatedWindow | undefined,
  incidentDate: Sourced<CalendarDay> | undefined,
): Sourced<CalendarDay> | undefined {
  const start = window?.start?.date;
  return start?.from === 'midnight' ? { value: start.value, from: 'stated-window', span: window?.span } : incidentDate;
}

function zoneSetting(label: string | undefined): Sourced<Zone> | undefined {
  const mention = label === undefined ? undefined : readZone(label.trim(), 0);
  return mention && { value: mention.zone, from: 'setting', span: undefined };
}
