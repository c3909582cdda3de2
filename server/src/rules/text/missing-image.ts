import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isWrittenOut, linksOf } from '../links.ts';
import { defineRule } from '../rule.ts';

export const missingImage = defineRule({
  code: 'text/missing-image',
  title: 'An image is not there',
  severity: 'warning',
  what: 'An image has no address, or a relative one under which there is no file.',
  why: 'Readers see a broken image where the graph or the diagram should be.',
  how: 'Add the file, correct its path, or take the image out.',
  examples: {
    bad: inSection('Resolution', '![The error rate over time](images/error-rate.png)', { files: ['images/rate.png'] }),
    good: inSection('Resolution', '![The error rate over time](images/error-rate.png)', {
      files: ['images/error-rate.png'],
    }),
    nearMisses: [
      inSection(
        'Resolution',
        '![The error rate](https://example.com/rate.png) and ![all of it](</assets/all.png> "All")',
        { files: [] },
      ),
      inSection('Resolution', '![Load](images/load%201.png?raw=true)', { files: ['images/load 1.png'] }),
      inSection('Resolution', 'The link was written as `![Load](images/none.png)`.', { files: [] }),
    ],
    alsoBad: [
      inSection('Resolution', '![The error rate over time]()'),
      inSection('Resolution', '<img src="rate.png" alt="The error rate">', { files: [] }),
    ],
  },
  *find({ postmortem, workspace }): Iterable<RuleFinding> {
    for (const { kind, span, target, targetSpan } of linksOf(postmortem)) {
      if (kind !== 'image' || !isWrittenOut(target)) continue;
      if (target === '') {
        yield { span, message: 'This image has no address. Add it or take the image out.' };
        continue;
      }
      const path = relativePath(target);
      if (path === undefined || workspace.fileExists(path) !== false) continue;
      yield {
        span: targetSpan,
        message: `There is no file “${path}” beside this document. Add it, or correct the path.`,
      };
    }
  },
});

/** The path as the file system has it; `undefined` for an address on the web, of a site or of this machine. */
function relativePath(target: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[\\/#?])/i.test(target)) return undefined;
  const path = target.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
