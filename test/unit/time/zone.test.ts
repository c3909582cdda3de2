import { describe, expect, test } from 'vitest';
import { formatLocal, type LocalDateTime, toEpochMinutes } from '../../../server/src/time/calendar.ts';
import { localInZone, offsetMinutes, seasonOf, type Zone, zoneMeanings } from '../../../server/src/time/zone.ts';
import { findZones, readZone } from '../../../server/src/time/zone-text.ts';

const noon = (month: number): LocalDateTime => ({ year: 2024, month, day: 15, hour: 12, minute: 0, second: 0 });
const [january, july] = [noon(1), noon(7)];

function zoneOf(text: string): Zone {
  const mention = readZone(text, 0);
  if (!mention) throw new Error(`no zone in "${text}"`);
  return mention.zone;
}

describe('offsets', () => {
  test.each([
    ['UTC', 0, 0],
    ['Z', 0, 0],
    ['GMT', 0, 0],
    ['GMT+1', 60, 60],
    ['UTC-4', -240, -240],
    ['UTC+05:30', 330, 330],
    ['+0300', 180, 180],
    ['PST', -480, -480],
    ['PDT', -420, -420],
    ['ET', -300, -240],
    ['Eastern Time', -300, -240],
    ['EAT', 180, 180],
    ['EAT (UTC+3)', 180, 180],
    ['WAT', 60, 60],
    ['America/New_York', -300, -240],
    ['Europe/Berlin', 60, 120],
    ['Asia/Kolkata', 330, 330],
    ['India Standard Time', 330, 330],
    ['IST (UTC+5:30)', 330, 330],
    ['Australia/Lord_Howe', 660, 630],
  ])('%s', (text, winter, summer) => {
    expect([offsetMinutes(zoneOf(text), january), offsetMinutes(zoneOf(text), july)]).toEqual([winter, summer]);
  });

  test.each(['IST', 'CST', 'BST', 'AST'])('%s has more than one meaning and no offset', (text) => {
    expect(offsetMinutes(zoneOf(text), july)).toBeUndefined();
    expect(zoneMeanings(zoneOf(text)).length).toBeGreaterThan(1);
  });

  test('an offset beside an abbreviation leaves one meaning', () => {
    expect(zoneMeanings(zoneOf('IST (UTC+5:30)')).map(({ region }) => region)).toEqual(['India']);
    expect(zoneMeanings(zoneOf('IST')).map(({ region }) => region)).toEqual(['India', 'Ireland', 'Israel']);
  });

  test('around the change of the clocks', () => {
    const newYork = zoneOf('America/New_York');
    const at = (hour: number, minute: number, day = 10, month = 3) =>
      offsetMinutes(newYork, { year: 2024, month, day, hour, minute, second: 0 });
    expect([at(1, 59), at(3, 0)]).toEqual([-300, -240]);
    expect([at(0, 59, 3, 11), at(1, 30, 3, 11), at(2, 0, 3, 11)]).toEqual([-240, -240, -300]);
  });
});

describe('seasons', () => {
  test.each([
    ['PST', july, 'PDT'],
    ['PDT', january, 'PST'],
    ['EST', july, 'EDT'],
    ['CST', july, 'CDT'],
    ['CET', july, 'CEST'],
    ['EEST', january, 'EET'],
    ['BST', january, 'GMT'],
    ['AEST', january, 'AEDT'],
  ])('%s out of season', (text, at, expected) => {
    expect(seasonOf(zoneOf(text), at)).toMatchObject({ fits: false, expected });
  });

  test.each([
    ['PST', january],
    ['PDT', july],
    ['BST', july],
    ['CEST', july],
  ])('%s in season', (text, at) => {
    expect(seasonOf(zoneOf(text), at)).toMatchObject({ fits: true });
  });

  test.each(['GMT', 'UTC', 'PT', 'EAT', 'MST', '+02:00', 'Europe/Berlin'])('%s has no season', (text) => {
    expect(seasonOf(zoneOf(text), july)).toBeUndefined();
  });

  test('the name for the whole year and other regions are told', () => {
    expect(seasonOf(zoneOf('CST'), july)).toMatchObject({ allYear: 'CT', elsewhere: ['China', 'Cuba'] });
  });
});

test.each([
  ['Timeline (all times UTC)', 'UTC'],
  ['Timeline (PST)', 'PST'],
  ['All times are in Pacific Time', 'PT'],
  ['All times in EAT (UTC+3).', 'EAT'],
  ['Time (UTC+2)', 'UTC+2'],
  ['Times: Europe/Paris', 'Europe/Paris'],
  ['All times Eastern.', 'ET'],
  ['全て日本時間', 'JST'],
  ['Times in UTC and PST', 'UTC PST'],
  ['Detected (PST)', 'PST'],
  ['10:15 AM EAT', 'EAT'],
  ['Toutes les heures sont en heure de Paris', 'Europe/Paris'],
  ['Cronologia (horário de São Paulo)', 'America/Sao_Paulo'],
  ['Hora de Nueva York', 'America/New_York'],
  ['Alle Zeiten in Berliner Zeit', 'Europe/Berlin'],
  ['10:15 London time', 'Europe/London'],
  ['Our London team had a hard time', ''],
  ['The EAT team and AWS MSK', ''],
  ['We eat at the central cat café', ''],
  ['Pacific islands, Central database', ''],
  ['A-Z listing, plan Z', ''],
])('zones in %s', (text, labels) => {
  expect(
    findZones(text)
      .map(({ zone }) => zone.label)
      .join(' '),
  ).toBe(labels);
});

test.each([
  ['PST', '2024-07-15T04:00'],
  ['PT', '2024-07-15T05:00'],
  ['Europe/Berlin', '2024-07-15T14:00'],
  ['UTC+5:30', '2024-07-15T17:30'],
  ['IST', undefined],
])('what clocks show in %s at 12:00 UTC', (text, shown) => {
  const local = localInZone(zoneOf(text), toEpochMinutes(july));
  expect(local && formatLocal(local)).toBe(shown);
});
