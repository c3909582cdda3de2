import type { Block } from '../markdown/block.ts';
import { type Span, shiftSpan } from '../text/span.ts';
import type { Zone } from '../time/zone.ts';
import { findZones, readZone } from '../time/zone-text.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Section } from './section.ts';
import { sectionsOfBlocks, surroundingKind } from './section-of-block.ts';
import type { StatedRun } from './stated-runs.ts';
import type { StatedWindow } from './stated-time.ts';
import type { Sourced } from './timeline.ts';

const aboutTimes =
  /(?:\b(?:times?|time ?zone|timestamps?|hours|dates?|timeline|horas|horarios|horários|fuso|heures|fuseau|zeiten|uhrzeiten|zeitzone)\b|時刻|時間|时间|時區|时区|タイムゾーン)(?:[\s:*_()[\]（）：,-]|\b(?:are|is|in|shown|given|listed|noted|using|uses?|the|all|local|and|dates?|times?|zone|here|below|this|that|report|document|follow(?:s|ing)?|expressed|stated|as|of|en|em|in|están|son|são|sont|sind|horario|horaria|horário|horaire|alle)\b|は|すべて|全て|均为|为)*$/i;
const timesBehind = /^\s*(?:times?|time ?zone)\b/i;
/** A cheap look before zones are read. */
const mayTellOfTimes = /time|hour|date|zone|hora|fuso|heure|fuseau|zeit|時|时/i;
const clockTime = /\d\s?[:h.]\s?\d\d|\d\s?[ap]\.?m\b/i;
const LONGEST_LINE = 200;
/** Below its heading a timeline may say in which zone it is. */
const BLOCKS_BEFORE_ENTRIES = 3;

/** The zone that the document gives for its times at large, "All times in UTC"; `undefined` where it gives none or several. */
export function zoneStatement(
  text: string,
  blocks: readonly Block[],
  sections: readonly Section[],
): Sourced<Zone> | undefined {
  const owners = sectionsOfBlocks(sections, blocks.length);
  const found: Sourced<Zone>[] = [];
  blocks.forEach((block, index) => {
    for (const line of linesOfStatements(block, index, owners[index], sections)) addZone(text, line, found);
  });
  return agreed(found);
}

/** Where such a statement may stand: in prose, in the heading of a timeline and right below it. */
function linesOfStatements(
  block: Block,
  index: number,
  owner: number | undefined,
  sections: readonly Section[],
): readonly Span[] {
  if (block.quoted || (block.kind !== 'heading' && block.kind !== 'paragraph')) return [];
  const section = owner === undefined ? undefined : sections[owner];
  if (section?.kind === 'timeline' && block.kind === 'paragraph' && index - section.firstBlock > BLOCKS_BEFORE_ENTRIES)
    return [];
  const timeline = surroundingKind(sections, owner) === 'timeline';
  if (block.kind === 'heading') return timeline && section?.firstBlock === index ? [block.content] : [];
  if (!timeline) return block.lines;
  return index - (section?.firstBlock ?? 0) > BLOCKS_BEFORE_ENTRIES ? [] : block.lines.slice(0, 2);
}

function addZone(text: string, line: Span, found: Sourced<Zone>[]): void {
  if (line.end - line.start > LONGEST_LINE) return;
  const words = text.slice(line.start, line.end);
  if (!mayTellOfTimes.test(words) || clockTime.test(words)) return;
  for (const { zone, span } of findZones(words)) {
    if (!aboutTimes.test(words.slice(0, span.start)) && !timesBehind.test(words.slice(span.end))) continue;
    found.push({ value: zone, from: 'document', span: { start: line.start + span.start, end: line.start + span.end } });
  }
}

/** The zone that the stated windows themselves name, where all that name one agree. */
export function zoneOfWindows(windows: readonly StatedWindow[]): Sourced<Zone> | undefined {
  const found: Sourced<Zone>[] = [];
  for (const { start, end } of windows) {
    for (const reading of [start, end]) {
      if (reading?.zone?.from === 'own-text') found.push({ ...reading.zone, from: 'stated-window' });
    }
  }
  return agreed(found);
}

/** The zone of the times behind labels such as "Resolved at", where all agree. */
export function zoneOfFacts(runs: readonly StatedRun[]): Sourced<Zone> | undefined {
  const found: Sourced<Zone>[] = [];
  for (const { kind, moments, start } of runs) {
    if (kind !== 'start' && kind !== 'end' && kind !== 'date') continue;
    for (const { time, zone } of moments)
      if (time !== undefined && zone !== undefined)
        found.push({ value: zone.zone, from: 'document', span: shiftSpan(zone.span, start) });
  }
  return agreed(found);
}

const zoneKeys: ReadonlySet<string> = new Set(['timezone', 'time_zone', 'time-zone', 'tz']);

/** `timezone: Europe/Berlin` */
export function zoneOfFrontMatter(frontMatter: FrontMatter | undefined): Sourced<Zone> | undefined {
  const entry = frontMatter?.entries.find(({ key }) => zoneKeys.has(key.toLowerCase()));
  const value = typeof entry?.value === 'string' ? entry.value.trim() : undefined;
  const mention = value === undefined ? undefined : readZone(value, 0);
  return mention && { value: mention.zone, from: 'front-matter', span: entry?.valueSpan };
}

function agreed(found: readonly Sourced<Zone>[]): Sourced<Zone> | undefined {
  const [first] = found;
  return first !== undefined && found.every(({ value }) => value.label === first.value.label) ? first : undefined;
}
