import { describe, expect, test } from 'vitest';
import { readLabelled } from '../../../server/src/time/labelled-moment.ts';
import { readOpening, skipSeparator } from '../../../server/src/time/moment-text.ts';
import { readTimeCell } from '../../../server/src/time/time-cell.ts';
import { printMoment } from './print-moment.ts';

/** Text → what is read from its opening. `|` precedes what else the characters can mean, `-` is nothing. */
const openings: Record<string, readonly (readonly [string, string])[]> = {
  'twelve-hour clocks': [
    ['3:07 PM: Queue depth alarm', '15:07'],
    ['03:07pm - queue depth alarm', '15:07'],
    ['3:07 p.m. Queue depth alarm', '15:07'],
    ['11:52a queue drained', '11:52'],
    ['4:31p', '16:31'],
    ['12:00 AM backup starts', '00:00'],
    ['12:40 pm lunch is cold', '12:40'],
    ['7.45 AM: cache cold', '07:45'],
    ['[ 6: 20 pm CET ] - retry', '18:20 CET'],
    ['5 PM page goes out', '17:00'],
    ['5pm: page goes out', '17:00'],
    ['12 noon - traffic doubles', '12:00'],
    ['Noon: traffic doubles', '12:00'],
    ['8:15:30 AM kernel panic', '08:15:30'],
  ],
  'twenty-four-hour clocks': [
    ['17:42 deploy', '17:42'],
    ['00:05: deploy', '00:05'],
    ['09:30 – deploy', '09:30|21:30'],
    ['9:30 deploy', '09:30|21:30'],
    ['21:04:17.250 panic', '21:04:17'],
    ['24:00 end of the window', '24:00'],
    ['16h45 - bascule', '16:45'],
    ['16h45min bascule', '16:45'],
    ['16h: bascule', '16:00'],
    ['18.30 Uhr Neustart', '18:30'],
    ['18 Uhr: Neustart', '18:00'],
    ['14 h 05 : bascule', '14:05'],
    ['14.05: Neustart', '14:05'],
    ['2.10: release notes', '-'],
    ['17:10hrs failover', '17:10'],
    ['03:20 hours failover', '03:20|15:20'],
    ['19：45 復旧', '19:45'],
    ['14時05分 検知', '14:05'],
    ['午後3時20分 検知', '15:20'],
    ['下午3:20 告警', '15:20'],
    ['9時半 復旧', '09:30'],
  ],
  'digits alone': [
    ['0745 pager', '07:45'],
    ['0745HRS pager', '07:45'],
    ['0745 hrs | pager', '07:45'],
    ['1520: pager', '15:20'],
    ['1520 - pager', '15:20'],
    ['1520 UTC pager', '15:20 UTC'],
    ['0745-0810 pager', '07:45 .. 08:10'],
    ['1520Z pager', '15:20 UTC'],
    ['2024-02-11 1520 pager', '2024-02-11 15:20'],
    ['1500 requests failed', '-'],
    ['2024 was a year of outages', '-'],
    ['August 4, 2024 deploy', '2024-08-04'],
  ],
  'iso dates': [
    ['2024-02-11 rollout', '2024-02-11'],
    ['2024-02-11 13:05: rollout', '2024-02-11 13:05'],
    ['2024/2/1, 13:05 rollout', '2024-02-01 13:05'],
    ['2024.02.11 13:05', '2024-02-11 13:05'],
    ['2024-Feb-11 13:05', '2024-02-11 13:05'],
    ['2024-02-11T08:05:09Z rollout', '2024-02-11 08:05:09 UTC'],
    ['2024-02-11T08:05:09.123+05:30', '2024-02-11 08:05:09 +05:30'],
    ['2024-02-11T0805-0300', '2024-02-11 08:05 -03:00'],
    ['20240211T080509Z', '2024-02-11 08:05:09 UTC'],
    ['2024-02-11 08:05:09 -0700', '2024-02-11 08:05:09 -07:00'],
    ['2024-02-11 18:05 +0200', '2024-02-11 18:05 +02:00'],
    ['2024-02-11 18.05 rollout', '2024-02-11 18:05'],
    ['2024年2月11日 18時05分 検知', '2024-02-11 18:05'],
    ['2月11日(日) 18:05 検知', 'sun -02-11 18:05'],
  ],
  'named months': [
    ['March 8th, 2024, 10:15 AM: x', '2024-03-08 10:15'],
    ['8 March 2024 10:15', '2024-03-08 10:15|22:15'],
    ['8th of March, 17:15 - x', '-03-08 17:15'],
    ['Mar. 8 17:15 x', '-03-08 17:15'],
    ['Mar-08-2024 05:15:01 PM x', '2024-03-08 17:15:01'],
    ['08/Mar/2024:17:15:01 +0000 "GET', '2024-03-08 17:15:01 +00:00'],
    ["March 8, '24 17:15", '2024-03-08 17:15'],
    ['Friday, March 8th, 2024 - 17:15', 'fri 2024-03-08 17:15'],
    ['Fri 8 Mar 17:15', 'fri -03-08 17:15'],
    ['2024-03-08 (Fri) 17:15', 'fri 2024-03-08 17:15'],
    ['Fri Mar  8 17:15:01 UTC 2024', 'fri 2024-03-08 17:15:01 UTC'],
    ['17:15 UTC Mar 8: x', '-03-08 17:15 UTC'],
    ['17:15 on March 8, 2024 x', '2024-03-08 17:15'],
    ['08:20:31 Monday July 8th (UTC), 2024', 'mon 2024-07-08 08:20:31 UTC'],
    ['Monday 17:15: x', 'mon 17:15'],
    ['Monday morning, 9:15: x', 'mon 09:15|21:15'],
    ['Monday the 27th, 17:15: x', 'mon -27 17:15'],
    ['March 2024: x', '2024-03'],
    ['8 de marzo de 2024, 17:15', '2024-03-08 17:15'],
    ['viernes 8 de marzo, 17:15 h', 'fri -03-08 17:15'],
    ['8 de março de 2024 às 17h15', '2024-03-08 17:15'],
    ['sexta-feira, 8 de março de 2024', 'fri 2024-03-08'],
    ['le 8 mars 2024 à 17h15', '2024-03-08 17:15'],
    ['vendredi 1er mars 2024', 'fri 2024-03-01'],
    ['8. März 2024 um 17:15 Uhr', '2024-03-08 17:15'],
    ['Freitag, 8. März, 17:15', 'fri -03-08 17:15'],
    ['the second of April 2024 at noon', '2024-04-02 12:00'],
  ],
  'numeric dates': [
    ['03/08/2024 17:15 x', '2024-03-08|2024-08-03 17:15'],
    ['03/18/2024 - 17:15 x', '2024-03-18 17:15'],
    ['18/03/2024 17:15 x', '2024-03-18 17:15'],
    ['18-03-2024 17:15 x', '2024-03-18 17:15'],
    ['08.03.2024 17:15 x', '2024-03-08 17:15'],
    ['3/18/24', '2024-03-18'],
    ['18/03/24', '2024-03-18'],
    ['05/05/2024', '2024-05-05'],
    ['[11-24 17:36] x', '-11-24 17:36'],
    ['1/23 16:08 (UTC) x', '-01-23 16:08 UTC'],
  ],
  zones: [
    ['10:20 UTC: x', '10:20|22:20 UTC'],
    ['10:20Z x', '10:20|22:20 UTC'],
    ['10:20 utc x', '10:20|22:20 UTC'],
    ['10:20 AM (PST): x', '10:20 PST'],
    ['10:20 am pst - x', '10:20 PST'],
    ['10:20 AM EAT (UTC+3): x', '10:20 EAT'],
    ['10:20 AM GMT+1 - x', '10:20 GMT+1'],
    ['10:20 AM UTC-05:00 x', '10:20 UTC-5'],
    ['10:20 AM UTC +05:30 x', '10:20 UTC+5:30'],
    ['10:20 AM +UTC x', '10:20 UTC'],
    ['10:20 AM Eastern - x', '10:20 ET'],
    ['10:20 AM Eastern Time: x', '10:20 ET'],
    ['10:20 AM Pacific Daylight Time: x', '10:20 PDT'],
    ['10:20 AM West Africa Time: x', '10:20 WAT'],
    ['10:20 AM, CEST: x', '10:20 CEST'],
    ['10:20 AM America/New_York x', '10:20 America/New_York'],
    ['10:20 AM (Europe/Berlin) x', '10:20 Europe/Berlin'],
    ['UTC 10:20 x', '10:20|22:20 UTC'],
    ['10:20 日本時間 x', '10:20|22:20 JST'],
    ['10:20 AM Central database down', '10:20'],
    ['10:20 AM eat your breakfast', '10:20'],
    ['10:20 AM GET requests fail', '10:20'],
    ['10:20+02:00 x', '10:20|22:20 +02:00'],
    ['10:20 -05:00 x', '10:20|22:20 -05:00'],
    ['10:20:05 EST-0500 x', '10:20:05 EST'],
    ['10:20 UTC -4 nodes', '10:20|22:20 UTC'],
  ],
  ranges: [
    ['10:00-10:30 AM x', '10:00 .. 10:30'],
    ['11:30 - 12:15 PM x', '11:30 .. 12:15'],
    ['9-11 AM x', '09:00 .. 11:00'],
    ['10.15 - 10.40 PM x', '22:15 .. 22:40'],
    ['22時〜翌2時 x', '22:00 .. 02:00'],
    ['16:45 onwards x', '16:45 .. open'],
    ['16:45 - ?', '16:45 .. open'],
    ['6:40 PM - 7:10 PM GMT: x', '18:40 GMT .. 19:10'],
    ['13:00 UTC – 14:30 UTC x', '13:00 UTC .. 14:30 UTC'],
    ['13:00 → 14:30 x', '13:00 .. 14:30'],
    ['13:00 to 14:30 CET x', '13:00 CET .. 14:30'],
    ['between 13:00 and 14:30 x', '13:00 .. 14:30'],
    ['Between the hours of 15:10:00 and 18:25:40', '15:10:00 .. 18:25:40'],
    ['2024-05-04 09:00 - 11:00', '2024-05-04 09:00|21:00 .. 11:00|23:00'],
    ['2024-05-04 23:00 - 2024-05-05 01:30', '2024-05-04 23:00 .. 2024-05-05 01:30'],
    ['June 9, 2024, at 7:35 AM EDT - June 9, 2024, at 9:10 AM EDT', '2024-06-09 07:35 EDT .. 2024-06-09 09:10 EDT'],
    ['2024-05-04 - 2024-05-07', '2024-05-04 .. 2024-05-07'],
    ['2024-05-04 〜 05-07', '2024-05-04 .. 2024-05-07'],
    ['May 16-17, 2024', '2024-05-16 .. 2024-05-17'],
    ['16-17 May', '-05-16 .. -05-17'],
    ['10:55~ x', '10:55|22:55 .. open'],
    ['2024-05-04 22:10〜', '2024-05-04 22:10 .. open'],
    ['10:55-', '10:55|22:55 .. open'],
    ['16:45 - ongoing', '16:45 .. open'],
    ['16:45 - 5 pods restarted', '16:45'],
    ['16:45 - March build ships', '16:45'],
  ],
  'two zones': [
    ['16:52 (9:52 PDT) x', '16:52 = 09:52|21:52 PDT'],
    ['6:25 PM GMT (12:25 PM PST): x', '18:25 GMT = 12:25 PST'],
    ['14:00 UTC / 16:00 CEST x', '14:00 UTC = 16:00 CEST'],
    ['14:00 UTC / 16:00 CEST / 10:00 EDT', '14:00 UTC = 16:00 CEST = 10:00|22:00 EDT'],
    ['6:25 PM GMT to 8:05 PM GMT (12:25 PM PST to 2:05 PM PST)', '18:25 GMT .. 20:05 GMT = 12:25 PST .. 14:05 PST'],
    ['13:15 UTC (15:15 CEST, 09:15 EDT) x', '13:15 UTC = 15:15 CEST = 09:15|21:15 EDT'],
    ['14:00 (14:05 the alarm)', '14:00'],
  ],
  approximate: [
    ['~14:45 x', '~ 14:45'],
    ['**~14:45 UTC:** x', '~ 14:45 UTC'],
    ['ca. 14:45 x', '~ 14:45'],
    ['approx. 14:45 x', '~ 14:45'],
    ['Around 14:45 x', '~ 14:45'],
    ['14:45 (approx) x', '~ 14:45'],
    ['14:45ish x', '~ 14:45'],
    ['14:45? x', '~ 14:45'],
    ['14:45 (?) x', '~ 14:45'],
    ['14:45頃、x', '~ 14:45'],
    ['2024-05-04 14:45 頃 (JST) x', '~ 2024-05-04 14:45 JST'],
    ['~~14:45~~ x', '14:45'],
  ],
  relative: [
    ['T+5m: x', 'T+5'],
    ['T-10m x', 'T-10'],
    ['T+1h30m x', 'T+90'],
    ['T+00:15 x', 'T+15'],
    ['T + 15 minutes x', 'T+15'],
    ['T0: x', 'T+0'],
    ['+00:15 x', 'T+15'],
    ['+5 min x', 'T+5'],
    ['T+x', '-'],
  ],
  markup: [
    ['**13:05 UTC:** x', '13:05 UTC'],
    ['*13:05* UTC x', '13:05 UTC'],
    ['`13:05` x', '13:05'],
    ['__13:05__ x', '13:05'],
    ['[13:05] x', '13:05'],
    ['[13:05](https://chat.example/p1) x', '13:05'],
    ['{{ 13:05 }} x', '13:05'],
    ['(13:05) x', '13:05'],
    ['<li><strong>13:05 UTC</strong> x', '13:05 UTC'],
    ['<b>2024-05-04</b> <b>13:05</b> x', '2024-05-04 13:05'],
    ['- [x] 13:05 x', '13:05'],
    ['2. 13:05 x', '13:05'],
    ['🔥 13:05 x', '13:05'],
    [':rotating_light: 13:05 x', '13:05'],
    ['– 13:05 x', '13:05'],
    ['### 13:05 ###', '13:05'],
    ['At 13:05 x', '13:05'],
    ['On May 4 at 13:05 x', '-05-04 13:05'],
    ['> From **13:05** to **14:10** x', '13:05 .. 14:10'],
  ],
  unreadable: [
    ['HH:mm', '!unreadable'],
    ['2024-05-?? ??:??', '!unreadable'],
    ['2024-05-04 HH:mm', '2024-05-04 !unreadable'],
    ['2024-05-?? 13:05', '13:05 !unreadable'],
    ['YYYY-MM-DD HH:MM UTC', 'UTC !unreadable'],
    ['XX:XX x', '!unreadable'],
    ['1X:30 x', '!unreadable'],
    ['??:?? x', '!unreadable'],
    ['--:-- x', '!unreadable'],
    ['1O:30 x', '!unreadable'],
    ['2024-MM-DD x', '!unreadable'],
    ['DD.MM.YYYY HH:MM', '!unreadable'],
    ['12:?? x', '!unreadable'],
    ['17:31-17:?? x', '17:31 .. !unreadable'],
    ['20244-05-04 13:05', '13:05 !unreadable'],
    ['05/04/202 x', '!unreadable'],
    ['08:4:19 x', '!unreadable'],
    ['2024-05-04 08:4:19 x', '2024-05-04 !unreadable'],
    ['10:0 - x', '!unreadable'],
    ['16:40 M x', '16:40 !unreadable'],
    ['ul-14-2024 08:22:10 PM x', '20:22:10 !unreadable'],
    ['Feburary 4, 2024 x', '!unreadable'],
  ],
  impossible: [
    ['25:61 x', '-'],
    ['60:40 split', '-'],
    ['12:60 x', '!impossible'],
    ['25:61: x', '!impossible'],
    ['2024-05-04 25:10 x', '2024-05-04 !impossible'],
    ['13:06 PM: x', '13:06 !impossible'],
    ['23:00 AM - x', '23:00 !impossible'],
    ['17:14pm x', '17:14 !impossible'],
    ['00:30 PM x', '12:30 !impossible'],
    ['February 30, 2024', '!impossible'],
    ['2024-13-01 10:00', '10:00|22:00 !impossible'],
    ['32/13/2024 x', '!impossible'],
  ],
  'no times': [
    ['1.2.3 is released', '-'],
    ['10.0.0.1 is down', '-'],
    ['#1934 merged', '-'],
    ['3:1 split of traffic', '-'],
    ['24/7 support', '-'],
    ['2 hours later', '-'],
    ['500 errors', '-'],
    ['5xx errors', '-'],
    ['$500 lost', '-'],
    ['100% of users', '-'],
    ['3 nodes', '-'],
    ['file.ts:120:15', '-'],
    ['localhost:8080', '-'],
    ['may be late', '-'],
    ['march on', '-'],
    ['Sunday was quiet', '-'],
    ['Sun sets', '-'],
    ['now', '-'],
    ['Second of all, May was slow', '-'],
    ['Set 5 replicas', '-'],
    ['2024-05-04-outage.md', '-'],
    ['', '-'],
    ['   ', '-'],
    ['**', '-'],
  ],
};

describe.each(Object.entries(openings))('an opening with %s', (_, rows) => {
  test.each(rows)('%s', (text, reading) => {
    expect(printMoment(readOpening(text))).toBe(reading);
  });
});

test.each([
  ['**13:05 UTC:** x', '13:05 UTC'],
  ['- [ 6: 20 pm CET ] - retry', '[ 6: 20 pm CET ]'],
  ['{{ 13:05 }} x', '{{ 13:05 }}'],
  ['~13:05 x', '~13:05'],
  ['13:05 (approx) x', '13:05 (approx)'],
  ['*13:05* UTC x', '13:05* UTC'],
  ['6:25 PM GMT (12:25 PM PST): x', '6:25 PM GMT (12:25 PM PST)'],
  ['March 8th, 2024, 10:15 AM (UTC): x', 'March 8th, 2024, 10:15 AM (UTC)'],
  ['10:55~ x', '10:55~'],
])('the span of %s', (text, written) => {
  const moment = readOpening(text);
  expect(moment && text.slice(moment.span.start, moment.span.end)).toBe(written);
});

test('spans of the parts are exact', () => {
  const text = '- **Fri, March 8th, 2024 at 10:15 AM (EAT)**: x';
  const moment = readOpening(text);
  const cut = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
  expect(cut(moment?.date?.span)).toBe('Fri, March 8th, 2024');
  expect(cut(moment?.date?.weekday?.span)).toBe('Fri');
  expect(cut(moment?.time?.span)).toBe('10:15 AM');
  expect(cut(moment?.zone?.span)).toBe('EAT');
});

test('the form of a clock time', () => {
  const formOf = (text: string) => readOpening(text)?.time?.form;
  expect([formOf('9:30 x'), formOf('09:30 x'), formOf('9:30 AM x'), formOf('0930 x'), formOf('13:30 x')]).toEqual([
    'bare',
    '24h',
    '12h',
    'compact',
    '24h',
  ]);
});

test('reading starts where it is told to', () => {
  expect(printMoment(readOpening('10:00 then 11:30 PM: x', 11))).toBe('23:30');
});

test.each([
  ['**13:05 UTC:** The pager', 'The pager'],
  ['13:05 - The pager', 'The pager'],
  ['[13:05] The pager', 'The pager'],
  ['13:05 | The pager', 'The pager'],
  ['13:05', ''],
])('the text behind the time of %s', (text, rest) => {
  expect(text.slice(skipSeparator(text, readOpening(text)?.span.end ?? 0))).toBe(rest);
});

test.each([
  ['First detected 2024-05-04 12:15', 'First detected', '2024-05-04 12:15|00:15'],
  ['**Start time:** May 4, 2024, 1:05 PM (UTC)', 'Start time', '2024-05-04 13:05 UTC'],
  ['- **Issue detection (May 4, 2024, 8:00 PM)**: Users call', 'Issue detection', '2024-05-04 20:00'],
  ['Detected at 16:15', 'Detected', '16:15'],
  ['Detected: 0915', 'Detected', '09:15'],
  ['Resolved: 16:15 UTC. The cache was empty.', 'Resolved', '16:15 UTC'],
  ['Detected 2024-05-04 (time to be confirmed)', 'Detected', '2024-05-04'],
  ['Window: 13:00 - 14:30 UTC (90 minutes)', 'Window', '13:00 UTC .. 14:30'],
])('a label before the time: %s', (text, label, reading) => {
  const found = readLabelled(text);
  expect(found && text.slice(found.label.start, found.label.end)).toBe(label);
  expect(printMoment(found?.moment)).toBe(reading);
});

test.each([
  'The alarm rang at 13:05 UTC, but nobody heard it',
  'In the evening of May 4, the disk filled up',
  'Nothing here has a time',
  '{"runAsUser":1000}',
])('no label: %s', (text) => {
  expect(readLabelled(text)).toBeUndefined();
});

test.each([
  [' 13:05 ', '13:05'],
  [' 2024-05-04 ', '2024-05-04'],
  [' TBD ', '!unreadable'],
  [' **unknown** ', '!unreadable'],
  [' ?? ', '!unreadable'],
  [' 不明 ', '!unreadable'],
  [' ', '-'],
  [' Deploy ', '-'],
])('the cell "%s" of a time column', (cell, reading) => {
  expect(printMoment(readTimeCell(cell))).toBe(reading);
});
