import { detached } from '../../text/detached.ts';
import { findMojibake } from '../../text/mojibake.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { scanFor } from '../scan.ts';

const garbledPlaces = scanFor(({ prose }) =>
  findMojibake(prose).map(({ span, repaired }) => ({ span, repaired: detached(repaired) })),
);

export const mojibake = defineRule({
  code: 'text/mojibake',
  title: 'Characters were garbled by a wrong encoding',
  severity: 'warning',
  what: 'Letters, quotes or dashes are shown as sequences such as “â€™”: UTF-8 that was read as windows-1252, Latin-1 or Mac OS Roman, once or more often.',
  why: 'The text is hard to read and looks as if nobody had read it before it was published.',
  how: 'Write the character that was meant. The fix decodes it.',
  fix: 'safe',
  examples: {
    bad: inSection('Summary', 'Checkout didnâ€™t work for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12.'),
    good: inSection('Summary', 'Checkout didn’t work for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12.'),
    nearMisses: [
      inSection('Resolution', 'The page of the “CAFÉ” shop and the São Paulo office were checked: 21 °C, § 4, ½ load.'),
      inSection('Resolution', 'The export wrote `itâ€™s` because it read UTF-8 as windows-1252.'),
    ],
    alsoBad: [
      inSection('Resolution', 'The cafÃ© in the office was told.'),
      inSection('Resolution', 'The gateway wasnÃ¢â‚¬â„¢t restarted.'),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    const { text } = postmortem.source;
    for (const { span, repaired } of garbledPlaces(postmortem)) {
      const written = text.slice(span.start, span.end);
      yield {
        span,
        message: `“${written}” was garbled by a wrong encoding; it was “${repaired}”. Repair it.`,
        fixes: [{ title: `Write “${repaired}”`, safe: true, edits: [{ span, text: repaired }] }],
      };
    }
  },
});
