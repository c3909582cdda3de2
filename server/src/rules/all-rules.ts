import { humanError } from './cause/human-error.ts';
import { personAsCause } from './cause/person-as-cause.ts';
import { durationMismatch } from './duration/mismatch.ts';
import { windowMismatch } from './duration/window-mismatch.ts';
import { notQuantified } from './impact/not-quantified.ts';
import type { Rule } from './rule.ts';
import { duplicateSection } from './structure/duplicate-section.ts';
import { emptySection } from './structure/empty-section.ts';
import { headingSpace } from './structure/heading-space.ts';
import { headingTypo } from './structure/heading-typo.ts';
import { hiddenByFence } from './structure/hidden-by-fence.ts';
import { htmlMarkup } from './structure/html-markup.ts';
import { missingSection } from './structure/missing-section.ts';
import { missingTitle } from './structure/missing-title.ts';
import { pseudoHeading } from './structure/pseudo-heading.ts';
import { sectionOrder } from './structure/section-order.ts';
import { mojibake } from './text/mojibake.ts';
import { missingImage } from './text/missing-image.ts';
import { localPath } from './text/local-path.ts';
import { nameMismatch } from './text/name-mismatch.ts';
import { unitMissing } from './duration/unit-missing.ts';
import { negativeDuration } from './duration/negative.ts';
import { metricMismatch } from './duration/metric-mismatch.ts';
import { placeholder } from './text/placeholder.ts';
import { durationMissing } from './duration/missing.ts';
import { sumMismatch } from './duration/sum-mismatch.ts';

/** Every rule in the order of its page. Codes are interface: a rule that goes away keeps its line here as a comment. */
export const allRules: readonly Rule[] = [
  missingSection,
  humanError,
  personAsCause,
  emptySection,
  duplicateSection,
  headingSpace,
  headingTypo,
  missingTitle,
  pseudoHeading,
  notQuantified,
  sectionOrder,
  hiddenByFence,
  htmlMarkup,
  durationMismatch,
  windowMismatch, mojibake, missingImage, localPath, nameMismatch, unitMissing, negativeDuration, metricMismatch, placeholder, durationMissing, sumMismatch];
