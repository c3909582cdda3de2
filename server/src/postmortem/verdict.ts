import type { Span } from '../text/span.ts';

/** Whether the file is a postmortem and what says so. */
export type Verdict =
  | {
      readonly postmortem: true;
      readonly reason: 'setting' | 'front-matter' | 'path' | 'title' | 'headings';
      readonly span: Span | undefined;
      readonly detail: string;
    }
  | {
      readonly postmortem: false;
      readonly reason: 'setting' | 'front-matter' | 'template' | 'not-enough' | 'other-document' | 'unreadable';
      readonly span: Span | undefined;
      readonly detail: string;
    };
