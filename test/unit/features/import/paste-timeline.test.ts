import { expect, test } from 'vitest';
import type { WritingContext } from '../../../../server/src/features/new-entries/write-entries.ts';
import { pastedEntries } from '../../../../server/src/features/paste-timeline.ts';
import { applyEdits } from '../../../../server/src/text/edit.ts';
import { readZone } from '../../../../server/src/time/zone-text.ts';
import { marked, read } from '../marked-text.ts';

/** The text after something was pasted at `‸`; `undefined` where it is pasted as it is. */
function pasted(source: string, clipboard: string): string | undefined {
  const { text, cursor } = marked(source);
  const context: WritingContext = { postmortem: read(text), read, ownZone: readZone('Europe/Berlin', 0)?.zone };
  const result = pastedEntries(context, cursor, clipboard, { year: 2027, month: 1, day: 1 });
  return result && applyEdits(text, result.edits);
}

const chat = 'Mara Lindqvist  10:45 AM\nOn it\nJonas Abara  10:42 AM\nCheckout returns 502';

test('entries are sorted, in the form and zone of the timeline, on its day', () => {
  expect(pasted('## Timeline (UTC)\n\n- **2026-03-05 09:30** – Cache resized\n- **09:41** – Slow\n‸\n', chat)).toBe(
    '## Timeline (UTC)\n\n- **2026-03-05 09:30** – Cache resized\n- **09:41** – Slow\n- **09:42** – Jonas Abara: Checkout returns 502\n- **09:45** – Mara Lindqvist: On it\n',
  );
});

test('rows of a table', () => {
  expect(
    pasted('## Timeline 2026-03-05\n\n| Time (UTC) | Event |\n| --- | --- |\n| 09:30 | Cache resized‸ |\n', chat),
  ).toBe(
    '## Timeline 2026-03-05\n\n| Time (UTC) | Event |\n| --- | --- |\n| 09:30 | Cache resized |\n| 09:42 | Jonas Abara: Checkout returns 502 |\n| 09:45 | Mara Lindqvist: On it |\n',
  );
});

test('a log that begins with the newest keeps its order', () => {
  const text =
    '## Timeline (UTC)\n\n- 2026-03-05 11:00 Up‸\n- 2026-03-05 10:30 Worse\n- 2026-03-05 10:10 Down\n- 2026-03-05 10:00 Alert\n';
  expect(pasted(text, chat)).toMatch(/09:45 Mara.*\n.*09:42 Jonas/);
});

test('lines without a time are kept in a comment', () => {
  expect(pasted('## Timeline (UTC)\n\n- 2026-03-05 09:30 Cache resized\n‸\n', `from #ops\n${chat}`)).toContain(
    '<!-- Pasted, without a time:\nfrom #ops\n-->',
  );
});

test.each([
  ['outside of a timeline', '## Summary\n\nWords ‸\n\n## Timeline (UTC)\n\n- 09:30 Cache resized\n', chat],
  ['entries of a document', '## Timeline (UTC)\n\n- 09:30 Cache resized\n‸\n', '- 09:42 Checkout\n- 09:45 On it'],
  ['a sentence', '## Timeline (UTC)\n\n- 09:30 Cache resized ‸\n', 'rolled back at 10:45 by Kim'],
  ['one line', '## Timeline (UTC)\n\n- 09:30 Cache resized ‸\n', '10:45 rolled back'],
])('%s: pasted as it is', (_, text, clipboard) => {
  expect(pasted(text, clipboard)).toBeUndefined();
});
