import type { Block } from '../markdown/block.ts';
import type { ReadingProblem, Stretch } from '../markdown/markdown-document.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDay } from '../time/calendar.ts';
import type { ActionList } from './action-item.ts';
import type { Fact } from './fact.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Metrics } from './metrics.ts';
import type { Section } from './section.ts';
import type { StatedDuration, StatedWindow } from './stated-time.ts';
import type { Sourced, Timeline } from './timeline.ts';
import type { Verdict } from './verdict.ts';

export interface Title {
  readonly span: Span;
  /** The words without markup. */
  readonly text: string;
  readonly textSpan: Span;
  readonly from: 'heading' | 'front-matter' | 'bold-line' | 'first-line';
}

/** What one version of a document says about an incident. Read once per version; every feature looks at the same one. */
export interface Postmortem {
  readonly source: SourceText;
  readonly blocks: readonly Block[];
  readonly stretches: readonly Stretch[];
  readonly html: boolean;
  readonly frontMatter: FrontMatter | undefined;
  readonly verdict: Verdict;
  readonly title: Title | undefined;
  readonly sections: readonly Section[];
  readonly timelines: readonly Timeline[];
  readonly facts: readonly Fact[];
  /** In document order; the first is the one that counts. */
  readonly windows: readonly StatedWindow[];
  readonly durations: readonly StatedDuration[];
  /** The duration that counts as the stated one; `undefined` when the document states none. */
  readonly duration: StatedDuration | undefined;
  readonly incidentDate: Sourced<CalendarDay> | undefined;
  /** The day that the file is named after; `undefined` where its name holds none. */
  readonly fileDate: CalendarDay | undefined;
  readonly metrics: Metrics;
  readonly actionLists: readonly ActionList[];
  readonly problems: readonly ReadingProblem[];
}

/** What the reader is told from outside: settings, never the machine. */
export interface ReadContext {
  /** Path or URI of the file; used for the verdict and the day in its name. */
  readonly path: string;
  /** `undefined`: decide from the text. */
  readonly isPostmortem: boolean | undefined;
  /** Zone label that applies where the document names none; `undefined`: leave it unknown. */
  readonly zone: string | undefined;
}
