import { describe, expect, test } from 'vitest';
import { printed } from './print-events.ts';

describe('chats', () => {
  test('Slack: name and time, messages that follow, what the window adds', () => {
    expect(
      printed(`Mara Lindqvist
  10:42 AM
Checkout returns 502
for EU cards
:eyes:
2
10:43
payments-gw is out of memory
Jonas Abara :palm_tree:  10:45 AM
I take it (edited)
3 replies
Last reply 2 days ago
deploybot
APP  1:02 PM
Rolled back to v311`),
    ).toEqual([
      '2026-03-05T09:42Z Mara Lindqvist: Checkout returns 502 for EU cards',
      '2026-03-05T09:43Z Mara Lindqvist: payments-gw is out of memory',
      '2026-03-05T09:45Z Jonas Abara: I take it',
      '2026-03-05T12:02Z deploybot: Rolled back to v311',
    ]);
  });

  test('Slack with names and times in brackets on one line', () => {
    expect(printed('Mara Lindqvist [10:42]\nCheckout returns 502\nJonas Abara [10:45]\nOn it')).toEqual([
      '2026-03-05T09:42Z Mara Lindqvist: Checkout returns 502',
      '2026-03-05T09:45Z Jonas Abara: On it',
    ]);
  });

  test('Teams: time in brackets before the name, words below or behind it', () => {
    expect(
      printed(
        '[10:42] Lindqvist, Mara\nCheckout returns 502\n[10:45] Abara, Jonas\nOn it\n\n[3/5/2026 10:47 AM] Ines Roth: rollback',
      ),
    ).toEqual([
      '2026-03-05T09:42Z Lindqvist, Mara: Checkout returns 502',
      '2026-03-05T09:45Z Abara, Jonas: On it',
      '2026-03-05T09:47Z Ines Roth: rollback',
    ]);
  });

  test('lines that name a day date what follows; past midnight is the next day', () => {
    expect(
      printed(
        'Wednesday, March 4th\nKim Ito  11:58 PM\nIt is bad\n12:03\nIt is worse\nThursday, March 5th\nKim Ito  8:00 AM\nIt is over',
      ),
    ).toEqual([
      '2026-03-04T22:58Z Kim Ito: It is bad',
      '2026-03-04T23:03Z Kim Ito: It is worse',
      '2026-03-05T07:00Z Kim Ito: It is over',
    ]);
    expect(printed('Kim Ito  Yesterday at 9:15 AM\nIt is bad\nKim Ito  9:20 AM\nIt is worse')).toHaveLength(2);
  });

  test('what is said before the first time is left out and listed', () => {
    expect(printed('copied from #incident\nMara Lindqvist  10:42 AM\nCheckout returns 502')).toEqual([
      '2026-03-05T09:42Z Mara Lindqvist: Checkout returns 502',
      'left: line 1: copied from #incident: No time stands before it.',
    ]);
  });

  test('a time with nothing behind it is listed', () => {
    expect(printed('Mara Lindqvist  10:42 AM\nJonas Abara  10:45 AM\nOn it')).toEqual([
      '2026-03-05T09:45Z Jonas Abara: On it',
      'left: line 1: Mara Lindqvist: Nothing is said at this time.',
    ]);
  });

  test('what looks like HTML stays what it is', () => {
    expect(printed('Mara Lindqvist  10:42 AM\nreplace <host> and a < b')).toEqual([
      '2026-03-05T09:42Z Mara Lindqvist: replace \\<host> and a < b',
    ]);
  });
});

test('PagerDuty’s page of an incident', () => {
  expect(
    printed(
      'Mar 5, 2026 at 10:42 AM\nTriggered through the website\nMar 5, 2026 at 10:44 AM\nAcknowledged by Mara Lindqvist',
    ),
  ).toEqual(['2026-03-05T09:42Z Triggered through the website', '2026-03-05T09:44Z Acknowledged by Mara Lindqvist']);
});

describe('logs and terminals', () => {
  test.each([
    ['2026-03-05T09:42:11.123Z level is low', '2026-03-05T09:42:11Z level is low'],
    ['2026-03-05 09:42:11,500 +01:00 INFO ready', '2026-03-05T08:42:11Z INFO ready'],
    ['Mar  5 09:43:10 gw-1 kernel: killed process 4711', '2026-03-05T09:43:10 gw-1 kernel: killed process 4711'],
    ['[2026-03-05 09:42:11] INFO ready', '2026-03-05T09:42:11 INFO ready'],
    ['10.0.0.7 - - [05/Mar/2026:10:44:11 +0100] "GET /pay" 502', '2026-03-05T09:44:11Z 10.0.0.7 - - "GET /pay" 502'],
    ['time="2026-03-05T09:45:11Z" level=info msg="ready"', '2026-03-05T09:45:11Z level=info msg="ready"'],
    ['E0305 09:46:11.123456   17 proxy.go:61] upstream gone', '2026-03-05T09:46:11 ERROR upstream gone'],
    ['{"ts":1772703971.5,"level":"warn","msg":"slow"}', '2026-03-05T09:46:11Z WARN slow'],
    ['1772703971 host is down', '2026-03-05T09:46:11Z host is down'],
    ['  512  2026-03-05 10:50:07 kubectl rollout undo', '2026-03-05T10:50:07 kubectl rollout undo'],
  ])('%s', (line, expected) => {
    expect(printed(line)).toEqual([expected]);
  });

  test('lines without a time belong to the one above', () => {
    expect(printed('2026-03-05T09:42:11Z failed\n    at pay (pay.js:7)\n2026-03-05T09:42:12Z restarted')).toEqual([
      '2026-03-05T09:42:11Z failed at pay (pay.js:7)',
      '2026-03-05T09:42:12Z restarted',
    ]);
  });

  test('what Markdown would change is written as code', () => {
    expect(printed('2026-03-05T09:42:11Z job *nightly_run* of `db`')).toEqual([
      '2026-03-05T09:42:11Z `` job *nightly_run* of `db` ``',
    ]);
  });

  test('events come in order, whatever the order of the lines', () => {
    expect(printed('2026-03-05T09:50:00Z over\n2026-03-05T09:40:00Z begun')).toEqual([
      '2026-03-05T09:40Z begun',
      '2026-03-05T09:50Z over',
    ]);
  });
});

test('running text is no list of events', () => {
  expect(printed('We met in the morning and talked about cakes.')).toEqual(['nothing-read']);
});
