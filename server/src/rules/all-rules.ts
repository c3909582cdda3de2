import { blamesPerson } from './actions/blames-person.ts';
import { noDueDate } from './actions/no-due-date.ts';
import { noOwner } from './actions/no-owner.ts';
import { noTicket } from './actions/no-ticket.ts';
import { onlyReactive } from './actions/only-reactive.ts';
import { overdue } from './actions/overdue.ts';
import { peopleFix } from './actions/people-fix.ts';
import { itemStatusContradiction } from './actions/status-contradiction.ts';
import { vagueAction } from './actions/vague.ts';
import { vagueOwner } from './actions/vague-owner.ts';
import { humanError } from './cause/human-error.ts';
import { personAsCause } from './cause/person-as-cause.ts';
import { metricMismatch } from './duration/metric-mismatch.ts';
import { durationMismatch } from './duration/mismatch.ts';
import { durationMissing } from './duration/missing.ts';
import { negativeDuration } from './duration/negative.ts';
import { sumMismatch } from './duration/sum-mismatch.ts';
import { unitMissing } from './duration/unit-missing.ts';
import { windowMismatch } from './duration/window-mismatch.ts';
import { frontMatter } from './facts/front-matter.ts';
import { missingIncidentDate } from './facts/missing-date.ts';
import { missingOwner } from './facts/missing-owner.ts';
import { missingSeverity } from './facts/missing-severity.ts';
import { missingStatus } from './facts/missing-status.ts';
import { publishedEarly } from './facts/published-early.ts';
import { publishedLate } from './facts/published-late.ts';
import { severityMismatch } from './facts/severity-mismatch.ts';
import { statusContradiction } from './facts/status-contradiction.ts';
import { badPercentage } from './impact/bad-percentage.ts';
import { inconsistentFigure } from './impact/inconsistent-figure.ts';
import { notQuantified } from './impact/not-quantified.ts';
import { vagueQuantity } from './impact/vague-quantity.ts';
import { blame } from './language/blame.ts';
import { hindsight } from './language/hindsight.ts';
import { internalHost } from './privacy/internal-host.ts';
import { personalData } from './privacy/personal-data.ts';
import { secret } from './privacy/secret.ts';
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
import { localPath } from './text/local-path.ts';
import { missingImage } from './text/missing-image.ts';
import { mojibake } from './text/mojibake.ts';
import { nameMismatch } from './text/name-mismatch.ts';
import { placeholder } from './text/placeholder.ts';
import { ambiguousDate } from './timeline/ambiguous-date.ts';
import { ambiguousTime } from './timeline/ambiguous-time.ts';
import { ambiguousZone } from './timeline/ambiguous-zone.ts';
import { crossesMidnight } from './timeline/crosses-midnight.ts';
import { dateMismatch } from './timeline/date-mismatch.ts';
import { duplicateEntry } from './timeline/duplicate-entry.ts';
import { emptyEntry } from './timeline/empty-entry.ts';
import { impossibleTime } from './timeline/impossible-time.ts';
import { inFuture } from './timeline/in-future.ts';
import { missingDate } from './timeline/missing-date.ts';
import { missingPhase } from './timeline/missing-phase.ts';
import { missingZone } from './timeline/missing-zone.ts';
import { mixedClock } from './timeline/mixed-clock.ts';
import { mixedZones } from './timeline/mixed-zones.ts';
import { noEntries } from './timeline/no-entries.ts';
import { notAnEntry } from './timeline/not-an-entry.ts';
import { outOfOrder } from './timeline/out-of-order.ts';
import { outsideWindow } from './timeline/outside-window.ts';
import { phaseOrder } from './timeline/phase-order.ts';
import { reversedRange } from './timeline/reversed-range.ts';
import { unreadableTime } from './timeline/unreadable-time.ts';
import { wrongWeekday } from './timeline/wrong-weekday.ts';
import { zoneConversion } from './timeline/zone-conversion.ts';
import { zoneSeason } from './timeline/zone-season.ts';

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
  windowMismatch,
  mojibake,
  missingImage,
  localPath,
  nameMismatch,
  unitMissing,
  negativeDuration,
  metricMismatch,
  placeholder,
  durationMissing,
  sumMismatch,
  noEntries,
  unreadableTime,
  impossibleTime,
  ambiguousTime,
  outOfOrder,
  crossesMidnight,
  missingZone,
  mixedZones,
  ambiguousZone,
  zoneSeason,
  zoneConversion,
  missingDate,
  ambiguousDate,
  wrongWeekday,
  dateMismatch,
  outsideWindow,
  inFuture,
  reversedRange,
  emptyEntry,
  duplicateEntry,
  missingPhase,
  phaseOrder,
  mixedClock,
  notAnEntry,
  secret,
  personalData,
  internalHost,
  missingOwner,
  missingStatus,
  missingSeverity,
  statusContradiction,
  severityMismatch,
  frontMatter,
  publishedEarly,
  publishedLate,
  vagueQuantity,
  badPercentage,
  inconsistentFigure,
  missingIncidentDate,
  noOwner,
  vagueOwner,
  noDueDate,
  noTicket,
  overdue,
  vagueAction,
  peopleFix,
  blamesPerson,
  onlyReactive,
  itemStatusContradiction,
  blame,
  hindsight,
];
