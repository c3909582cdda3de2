import type { Postmortem } from '../../postmortem/postmortem.ts';
import { formatDay } from '../../time/calendar.ts';
import { type Season, seasonOf, zoneOfLabel } from '../../time/zone.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { append } from './append.ts';
import { lineNumber } from './moment-words.ts';
import { wallClock } from './same-clock.ts';
import { meaningsHere } from './zone-hints.ts';
import { abbreviatedZones, type UsedZone } from './zone-mentions.ts';

const mostRelated = 5;

export const zoneSeason = defineRule({
  code: 'timeline/zone-season',
  title: 'Winter time in summer, or summer time in winter',
  severity: 'warning',
  what: 'An abbreviation of standard time on a day with daylight saving time, or the other way round: PST in July, CEST in January.',
  why: 'It is an hour off when it is taken at its word, and logs in UTC no longer match.',
  how: 'Write the name of that season, or one that holds all year. Where the hour was meant as it is written, convert the times to UTC.',
  fix: 'unsafe',
  examples: {
    bad: inTimeline(`- 2024-07-12 02:00 PST The certificate expires and checkout starts to fail.
- 2024-07-12 02:04 PST An alert on the error rate pages the on-call engineer.
- 2024-07-12 02:45 PST Checkout is fully restored.`),
    badAlsoFinds: ['timeline/date-mismatch', 'timeline/outside-window', 'duration/window-mismatch'],
    good: inTimeline(`- 2024-07-12 02:00 PDT The certificate expires and checkout starts to fail.
- 2024-07-12 02:04 PDT An alert on the error rate pages the on-call engineer.
- 2024-07-12 02:45 PDT Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`- 2024-07-12 09:00 GMT The certificate expires and checkout starts to fail.
- 2024-07-12 09:04 GMT An alert on the error rate pages the on-call engineer.
- 2024-07-12 09:45 GMT Checkout is fully restored.`),
      inTimeline(`All times are in MST; the office in Phoenix has no summer time.

- 2024-07-12 02:00 The certificate expires and checkout starts to fail.
- 2024-07-12 02:04 An alert on the error rate pages the on-call engineer.
- 2024-07-12 02:45 Checkout is fully restored.`),
      inTimeline(`- 2024-03-10 01:55 PST The certificate expires and checkout starts to fail.
- 2024-03-10 03:04 PDT An alert on the error rate pages the on-call engineer.
- 2024-03-10 03:45 PDT Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => outOfSeason(postmortem),
});

interface OutOfSeason {
  readonly mention: UsedZone;
  readonly season: Season;
}

/** One finding per abbreviation, at its first place. */
function* outOfSeason(postmortem: Postmortem): Iterable<RuleFinding> {
  const byLabel = new Map<string, OutOfSeason[]>();
  const seasonAt = seasonsByDay();
  for (const mention of abbreviatedZones(postmortem)) {
    if (mention.reading?.date === undefined || mention.zone.offset !== undefined) continue;
    const season = seasonAt(mention.zone, wallClock(mention.reading));
    if (season === undefined || season.fits) continue;
    if (meaningsHere(postmortem, mention.zone)[0]?.region !== season.region) continue;
    const { label } = mention.zone;
    append(byLabel, label, { mention, season });
  }
  for (const places of byLabel.values()) {
    const finding = findingOf(postmortem, places);
    if (finding) yield finding;
  }
}

function findingOf({ source }: Postmortem, places: readonly OutOfSeason[]): RuleFinding | undefined {
  const [first, ...more] = places;
  const day = first?.mention.reading?.date?.value;
  if (first === undefined || day === undefined) return undefined;
  const { season, mention } = first;
  // Behind digits alone (`0900`) the name for all year is not taken for a zone.
  const compact = places.some((place) => place.mention.reading?.clock?.form === 'compact');
  const names = [season.expected, compact ? undefined : season.allYear].filter(
    (name) => name !== undefined && zoneOfLabel(name) !== undefined,
  );
  return {
    span: mention.span,
    message:
      `On ${formatDay(day)} the ${season.region} zone was on ${season.expected}, not ${mention.zone.label}. Write ${[...names, 'the times in UTC'].join(', ')}.`.replace(
        /, (?=the times)/,
        ' or ',
      ),
    related: more.slice(0, mostRelated).map((other) => ({
      span: other.mention.span,
      message: `Here too, line ${lineNumber(source, other.mention.span)}`,
    })),
    fixes: names.map((name) => ({
      title: `Write ${name}${places.length > 1 ? `, ${places.length} times` : ''}`,
      safe: false,
      edits: places.map((place) => ({ span: place.mention.span, text: name ?? '' })),
    })),
  };
}

/** The season of a zone, asked once for a day on which it does not change. */
function seasonsByDay(): typeof seasonOf {
  const days = new Map<string, Season | undefined | 'changes'>();
  return (zone, at) => {
    const key = `${zone.label} ${at.year} ${at.month} ${at.day}`;
    if (!days.has(key)) {
      const morning = seasonOf(zone, { ...at, hour: 0, minute: 0, second: 0 });
      const evening = seasonOf(zone, { ...at, hour: 23, minute: 59, second: 0 });
      days.set(key, morning?.fits === evening?.fits ? morning : 'changes');
    }
    const season = days.get(key);
    return season === 'changes' ? seasonOf(zone, at) : season;
  };
}
