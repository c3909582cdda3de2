import type { Span } from '../text/span.ts';
import { type Phase, phases } from './timeline.ts';
import { labelFillers, phaseLabels } from './vocabulary/phase-labels.ts';

let built: ReadonlyMap<string, Phase> | undefined;
const LONGEST_LABEL = 48;

/** The phases that a label marks: "Detected", "Issue detection", "Mitigated / Resolved"; empty for other words. */
export function phasesOfLabel(label: string): readonly Phase[] {
  if (label.length > LONGEST_LABEL) return [];
  const whole = phaseOfWords(label);
  if (whole !== undefined) return [whole];
  const parts = label.split(/\s*[/&+,、・→]\s*|\s+(?:and|y|e|et|und)\s+/u);
  if (parts.length < 2 || parts.length > 3) return [];
  const found = parts.map(phaseOfWords);
  return found.every((phase) => phase !== undefined) ? [...new Set(found)] : [];
}

function phaseOfWords(label: string): Phase | undefined {
  const words = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/[^\p{L}\p{M}' ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return undefined;
  const whole = labels().get(words);
  if (whole !== undefined) return whole;
  const core = words.split(' ').filter((word) => !labelFillers.has(word));
  return core.length === 0 ? undefined : labels().get(core.join(' '));
}

function labels(): ReadonlyMap<string, Phase> {
  built ??= new Map(phases.flatMap((phase) => phaseLabels[phase].map((label) => [label, phase] as const)));
  return built;
}

export interface MarkedPhase {
  readonly phase: Phase;
  readonly span: Span;
}

/** Without any of these no label stands in front. */
const mayOpen = /[:：—–[【(*_`]|\s-+\s/;
const opening =
  /^[\s>*_~-]*(?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:\[(?<square>[^\]\n]{2,40})\]|【(?<wide>[^】\n]{1,40})】|\((?<round>[^)\n]{2,40})\)|`(?<code>[^`\n]{2,40})`|\*{1,3}(?<bold>[^*\n]{2,48})\*{1,3}|_{1,3}(?<low>[^_\n]{2,48})_{1,3}|(?<bare>[\p{L}\p{M}][\p{L}\p{M}'’ /&-]{1,46}?)(?=\s*[:：]|\s+[-–—]+\s|\s*[—–]))/u;
const inside =
  /\*\*([^*\n]{2,48})\*\*|__([^_\n]{2,48})__|\[([^\]\n]{2,40})\](?![([])|【([^】\n]{1,40})】|\b([A-Z]{3,}(?:[ -][A-Z]{2,}){1,3})\b/g;

const signsAround = /^[\s*_`[\]【】:：.~-]+|[\s*_`[\]【】:：.~-]+$/g;

/** "**Resolved**", "Issue Resolution:", "Resolved": set apart by signs or capitals; a sentence as short as a label is none. */
function isLabelOnly(text: string): boolean {
  if (/^\s*[*_`[【]|[*_`\]】:：]\s*$/.test(text)) return true;
  const words = text.replace(signsAround, '').split(/[\s/&+]+/);
  return words.length === 1 || (words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word)));
}

/** What an entry's words mark by themselves: a tag or label in front, and tags, bold words and capitals anywhere. */
export function markedPhases(text: string): readonly MarkedPhase[] {
  const marks: MarkedPhase[] = [];
  const add = (label: string | undefined, from: number): void => {
    if (label === undefined || label === '') return;
    const start = text.indexOf(label, from);
    for (const phase of phasesOfLabel(label)) {
      if (!marks.some((mark) => mark.phase === phase))
        marks.push({ phase, span: { start, end: start + label.length } });
    }
  };
  if (text.length <= LONGEST_LABEL && isLabelOnly(text)) add(text.replace(signsAround, ''), 0);
  const first = mayOpen.test(text.slice(0, LONGEST_LABEL + 4)) ? opening.exec(text) : null;
  const groups = first?.groups;
  if (groups !== undefined)
    add(groups.square ?? groups.wide ?? groups.round ?? groups.code ?? groups.bold ?? groups.low ?? groups.bare, 0);
  if (/[*_[【]|[A-Z]{3}/.test(text)) {
    for (const match of text.matchAll(inside))
      add(match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5], match.index);
  }
  return marks;
}
