import type { Postmortem } from '../../postmortem/postmortem.ts';
import { surroundingKind } from '../../postmortem/section-of-block.ts';
import type { Span } from '../../text/span.ts';
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
  for (const { span, section, block } of passagesOf(postmortem)) {
    if (timelines.some((timeline) => timeline.span.start <= span.start && span.end <= timeline.span.end)) continue;
    const kind = surroundingKind(sections, section);
    const mayTell =
      block.kind === 'paragraph' && block.item === undefined && kind !== undefined && !actingSections.has(kind);
    sentencesOf(prose, span).forEach((sentence, index) => {
      const words = prose.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_SENTENCE));
      const opens = index < 2 && mayTell && guidanceOpening.test(words.replace(/^[\s*_(["'“<>]+/, ''));
      if (opens || hasPhrase(words)) add(section, sentence);
    });
  }
  return [...bySection.values()].map((spans) => ({ spans }));
}

function hasPhrase(words: string): boolean {
  return guidancePhrases.some((phrase) => phrase.test(words));
}
