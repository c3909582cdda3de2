import type { Span } from '../text/span.ts';
import { markedPhases, phasesOfLabel } from './phase-label.ts';
import { toldPhases } from './phase-told.ts';
import type { Phase, PhaseMark } from './timeline.ts';

/** What stands beside an entry's words and may say its phase: a label before the time, a cell, a heading above. */
export interface PhaseHint {
  readonly text: string;
  readonly span: Span;
}

const none: readonly PhaseMark[] = [];

/** The phases of an entry whose words stand at `base`; what the author marks comes first and hides what the words tell of the same phase. */
export function readPhases(entryText: string, base: number, hints: readonly PhaseHint[]): readonly PhaseMark[] {
  return placePhases(phasesOfText(entryText), base, hints);
}

/** The same for phases that were read from the words before. */
export function placePhases(
  own: readonly PhaseMark[],
  base: number,
  hints: readonly PhaseHint[],
): readonly PhaseMark[] {
  if (hints.length === 0) return shifted(own, base);
  const hinted: PhaseMark[] = [];
  for (const hint of hints) {
    for (const phase of phasesOfLabel(hint.text)) {
      if (!hinted.some((mark) => mark.phase === phase)) hinted.push({ phase, from: 'mark', span: hint.span });
    }
    if (hinted.length > 0) break;
    for (const mark of phasesOfText(hint.text)) hinted.push({ ...mark, span: hint.span });
  }
  return hinted.length === 0 ? shifted(own, base) : merged(hinted, shifted(own, base));
}

function merged(first: readonly PhaseMark[], second: readonly PhaseMark[]): readonly PhaseMark[] {
  const marked = [...first, ...second].filter((mark) => mark.from === 'mark');
  const known = new Set<Phase>();
  const all: PhaseMark[] = [];
  for (const mark of [...marked, ...first, ...second]) {
    if (known.has(mark.phase) || (mark.from === 'words' && marked.length > 0 && besideMark.has(mark.phase))) continue;
    known.add(mark.phase);
    all.push(mark);
  }
  return all;
}

/** Phases that only the words of unmarked entries tell: a marked one describes them in passing. */
const besideMark: ReadonlySet<Phase> = new Set(['trigger', 'start']);

function shifted(marks: readonly PhaseMark[], base: number): readonly PhaseMark[] {
  if (marks.length === 0 || base === 0) return marks;
  return marks.map((mark) => ({ ...mark, span: { start: mark.span.start + base, end: mark.span.end + base } }));
}

const LONGEST_ENTRY = 2000;

/** The phases of an entry's words, with spans from their start. */
export function phasesOfText(text: string): readonly PhaseMark[] {
  const source = text.length > LONGEST_ENTRY ? text.slice(0, LONGEST_ENTRY) : text;
  const marks = markedPhases(source).map((mark): PhaseMark => ({ phase: mark.phase, from: 'mark', span: mark.span }));
  const told = toldPhases(source).map((one): PhaseMark => ({ phase: one.phase, from: 'words', span: one.span }));
  return marks.length === 0 && told.length === 0 ? none : merged(marks, told);
}
