import { describe, expect, test } from 'vitest';
import { readAnywhere } from '../../../server/src/time/moment-text.ts';
import { printMoment } from './print-moment.ts';

function print(text: string): string {
  return readAnywhere(text).map(printMoment).join('; ');
}

const sentences: Record<string, readonly (readonly [string, string])[]> = {
  windows: [
    ['The outage lasted from 2:00 PM to 3:45 PM UTC on June 2, 2024.', '2024-06-02 14:00 UTC .. 15:45'],
    ['Duration: 3 hours, from 8:00 AM to 11:00 AM (UTC).', '08:00 UTC .. 11:00'],
    ['June 2, 2024, 03:15 UTC to June 2, 2024, 06:00 UTC', '2024-06-02 03:15|15:15 UTC .. 2024-06-02 06:00|18:00 UTC'],
    ['June 2, 2024, 8:00 PM - June 3, 2024, 2:00 AM (UTC)', '2024-06-02 20:00 UTC .. 2024-06-03 02:00'],
    [
      'It failed on Sunday, June 2nd, 2024, from 6:25 PM GMT to 9:40 PM GMT (11:25 AM PDT to 2:40 PM PDT).',
      'sun 2024-06-02 18:25 GMT .. 21:40 GMT = 11:25 PDT .. 14:40 PDT',
    ],
    ['On June 2, 2024 between 13:24 and 14:03 UTC, errors rose', '2024-06-02 13:24 UTC .. 14:03'],
    ['between the hours of 13:00 and 17:35', '13:00 .. 17:35'],
    ['from 12:05am to 4:35pm CET', '00:05 CET .. 16:35'],
    ['a window of 4 hours (11:15 to 3:15 AM)', '23:15 .. 03:15'],
    ['errors during 0830–1410 CET on Sept. 3, 2024', '2024-09-03 08:30 CET .. 14:10'],
    ['June 2, 2024, 15:00 to 18:30 UTC', '2024-06-02 15:00 UTC .. 18:30'],
    ['panne entre 14h05 et 16h20 le 3 septembre 2024', '2024-09-03 14:05 .. 16:20'],
    ['zwischen 14:05 und 16:20 Uhr', '14:05 .. 16:20'],
    ['das 14h05 às 16h20', '14:05 .. 16:20'],
    ['from 9 AM to 5 PM PST', '09:00 PST .. 17:00'],
    ['lasting from 11 PM on June 4 to 1 AM on June 5', '-06-04 23:00 .. -06-05 01:00'],
    ['from May 11 to May 25, 2024', '-05-11 .. 2024-05-25'],
    ['It began at 10:05 AM and ended at 12:40 PM EAT on June 2nd, 2024', '10:05; 2024-06-02 12:40 EAT'],
  ],
  moments: [
    ['The alarm rang at 3:15 and again at 10:30.', '03:15|15:15; 10:30|22:30'],
    ['It was noticed at noon and fixed by midnight.', '12:00; 00:00'],
    ['shortly before midnight PT', '00:00 PT'],
    ['Users could not log in until 6pm.', '18:00'],
    ['At approximately 08:20:31 Monday June 3rd (UTC), 2024, it broke', '~ mon 2024-06-03 08:20:31 UTC'],
    ['the log says time="2024-06-02T00:23:19Z" level=warn', '2024-06-02 00:23:19 UTC'],
    ['Due: 22 July 2026.', '2026-07-22'],
    ['since June 2 and until july 5, 2024', '-06-02; 2024-07-05'],
    ['修正は2024年6月2日にリリースされました', '2024-06-02'],
    ['El 2 de junio de 2024 a las 14:30 falló', '2024-06-02 14:30'],
    ['Em 2 de junho de 2024, às 14h, falhou', '2024-06-02 14:00'],
    ['Le 2 juin 2024 vers 14h30, panne', '~ 2024-06-02 14:30'],
    ['Am 2. Juni 2024 gegen 14:30 Uhr', '~ 2024-06-02 14:30'],
    ['deployed in March 2024', '2024-03'],
  ],
  'no moments': [
    ['Version 1.2.3 replaced 1.10.04 on 10.0.0.1:8080', ''],
    ['see main.ts:120:15 and http://host.example/2024/06/02/10:30/x', ''],
    ['the ratio of 3:1 and a score 2:1', ''],
    ['John 3:16 says so', ''],
    ['ratio 16:10 on line 12:30', ''],
    ['1500 requests, 0900 of them, 2024 in total', ''],
    ['for 2 hours, 24/7, 99.95% of 1,220 users', ''],
    ['500 errors and 5xx codes', ''],
    ['it may be that we march on; the sun set', ''],
    ['we may 5 times retry', ''],
    ['a Midnight outage', ''],
    ['see #1030 and issue-2024-06-02-x', ''],
    ['it cost $10:30 and grew 10:30%', ''],
    ['PM-2025-041 and CVE-2023-10999', ''],
    ['on Monday we slept', ''],
    ['it took 1h48 or 12h30', ''],
    ['', ''],
  ],
};

describe.each(Object.entries(sentences))('%s in running text', (_, rows) => {
  test.each(rows)('%s', (text, reading) => {
    expect(print(text)).toBe(reading);
  });
});

test('one zone and one date hold for both ends', () => {
  const [moment] = readAnywhere('from 2:00 PM to 3:45 PM UTC on June 2, 2024');
  expect(moment?.end?.zone).toBe(moment?.zone);
  expect(moment?.end?.date).toBeUndefined();
  expect(moment?.date?.day).toBe(2);
});

test('only the part between the limits is read', () => {
  const text = 'at 10:30 UTC and 11:30 UTC and 12:30 UTC';
  expect(readAnywhere(text, 10, 29).map(printMoment)).toEqual(['11:30|23:30 UTC']);
});
