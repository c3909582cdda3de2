import type { Postmortem } from '../../postmortem/postmortem.ts';
import { surroundingKind } from '../../postmortem/section-of-block.ts';
import { type Span, shiftSpan } from '../../text/span.ts';
import { passageReader } from '../passage-reader.ts';
import { passagesOf, sentencesOf } from '../passages.ts';
import { visibleText } from '../visible-text.ts';
import { actingSections, guidanceOpening, guidancePhrases } from './guidance-words.ts';

/** Advice of a template or a task that was left in, as sentences and headings of one section. */
export interface LeftGuidance {
  readonly spans: readonly Span[];
}

const LONGEST_SENTENCE = 600;

export function leftGuidance(postmortem: Postmortem): readonly LeftGuidance[] {
  const { sections, timelines } = postmortem;
  const { prose } = visibleText(postmortem);
  const bySection = new Map<number | undefined, Span[]>();
  const add = (section: number | undefined, span: Span): void => {
    bySection.set(section, [...(bySection.get(section) ?? []), span]);
  };
  sections.forEach((section, index) => {
    if (!section.inline && hasPhrase(prose.slice(section.nameSpan.start, section.nameSpan.end)))
      add(index, section.nameSpan);
  });
  const adviceOf = readPassage(postmortem);
  for (const passage of passagesOf(postmortem)) {
    const advice = adviceOf(passage);
    const { span, section, block } = passage;
    if (advice.length === 0) continue;
    if (timelines.some((timeline) => timeline.span.start <= span.start && span.end <= timeline.span.end)) continue;
    const kind = surroundingKind(sections, section);
    const mayTell =
      block.kind === 'paragraph' && block.item === undefined && kind !== undefined && !actingSections.has(kind);
    for (const { sentence, phrase } of advice) if (phrase || mayTell) add(section, shiftSpan(sentence, span.start));
  }
  return [...bySection.values()].map((spans) => ({ spans }));
}

/** A sentence of a passage that tells the author what to write. */
interface Advice {
  readonly sentence: Span;
  /** Whether it does so by a phrase that is never told of an incident, not only by how it opens. */
  readonly phrase: boolean;
}

function readAdvice(prose: string): readonly Advice[] {
  return sentencesOf(prose, { start: 0, end: prose.length }).flatMap((sentence, index): readonly Advice[] => {
    const words = prose.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_SENTENCE));
    if (hasPhrase(words)) return [{ sentence, phrase: true }];
    const opens = index < 2 && guidanceOpening.test(words.replace(/^[\s*_(["'“<>]+/, ''));
    return opens ? [{ sentence, phrase: false }] : [];
  });
}

const readPassage = passageReader('prose', readAdvice);

function hasPhrase(words: string): boolean {
  return guidancePhrases.some((phrase) => phrase.test(words));
}
