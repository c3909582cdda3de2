import { describe, expect, test } from 'vitest';
import { printed, printedJson } from './print-events.ts';

describe('Slack export', () => {
  test('messages with names, mentions and links; what tells about the channel is listed', () => {
    expect(
      printedJson([
        { type: 'message', subtype: 'channel_join', user: 'U2', text: '<@U2> has joined', ts: '1772703600.000100' },
        {
          type: 'message',
          user: 'U1',
          text: '<@U2> see <https://grafana.example/d/7|the board> &amp; <#C1|ops>',
          ts: '1772703720.000200',
          user_profile: { real_name: 'Mara Lindqvist' },
        },
        { type: 'message', user: 'U2', text: 'on it', ts: '1772703780.000300', user_profile: { name: 'jonas' } },
        {
          type: 'message',
          bot_profile: { name: 'alerts' },
          text: '',
          attachments: [{ fallback: 'Latency high' }],
          ts: '1772703840',
        },
        { type: 'message', user: 'U1', text: '', ts: '1772703900.1' },
      ]),
    ).toEqual([
      '2026-03-05T09:42Z Mara Lindqvist: @jonas see [the board](https://grafana.example/d/7) & #ops',
      '2026-03-05T09:43Z jonas: on it',
      '2026-03-05T09:44Z alerts: Latency high',
      'left: message 1: <@U2> has joined: It tells about the channel, not the incident.',
      'left: message 5: : It has no text.',
    ]);
  });

  test('the answer of the history of a channel, newest first', () => {
    expect(
      printedJson({
        ok: true,
        messages: [
          { type: 'message', user: 'U1', text: 'over', ts: '1772703780.0003' },
          { type: 'message', user: 'U1', text: 'begun', ts: '1772703720.0002' },
        ],
      }),
    ).toEqual(['2026-03-05T09:42Z U1: begun', '2026-03-05T09:43Z U1: over']);
  });
});

describe('PagerDuty', () => {
  test('log entries', () => {
    expect(
      printedJson({
        log_entries: [
          {
            type: 'resolve_log_entry',
            summary: 'Resolved by Mara Lindqvist.',
            created_at: '2026-03-05T10:20:00Z',
            agent: { summary: 'Mara Lindqvist' },
          },
          {
            type: 'annotate_log_entry',
            channel: { summary: 'Rolling back' },
            created_at: '2026-03-05T10:05:00Z',
            agent: { summary: 'Kim Ito' },
          },
          { type: 'trigger_log_entry', summary: 'Triggered through the API.', created_at: '2026-03-05T09:42:00Z' },
          { type: 'assign_log_entry', summary: 'Assigned.' },
        ],
      }),
    ).toEqual([
      '2026-03-05T09:42Z Triggered through the API.',
      '2026-03-05T10:05Z Kim Ito: Rolling back',
      '2026-03-05T10:20Z Resolved by Mara Lindqvist.',
      'left: event 4: Assigned.: It has no time.',
    ]);
  });

  test('an incident with its acknowledgement and notes', () => {
    expect(
      printedJson({
        incident: {
          type: 'incident',
          incident_number: 7,
          title: 'Checkout latency',
          created_at: '2026-03-05T09:42:00Z',
          resolved_at: '2026-03-05T10:20:00Z',
          acknowledgements: [{ at: '2026-03-05T09:44:00Z', acknowledger: { summary: 'Kim Ito' } }],
        },
        notes: [{ content: 'Cache is cold', created_at: '2026-03-05T09:50:00Z', user: { summary: 'Kim Ito' } }],
      }),
    ).toEqual([
      '2026-03-05T09:42Z Triggered: Checkout latency',
      '2026-03-05T09:44Z Acknowledged by Kim Ito',
      '2026-03-05T09:50Z Kim Ito: Cache is cold',
      '2026-03-05T10:20Z Resolved',
    ]);
  });

  test('a webhook', () => {
    expect(
      printedJson({
        event: {
          event_type: 'incident.acknowledged',
          occurred_at: '2026-03-05T09:44:00.000Z',
          agent: { summary: 'Kim Ito' },
          data: { title: 'Checkout latency' },
        },
      }),
    ).toEqual(['2026-03-05T09:44Z Kim Ito: Acknowledged: Checkout latency']);
  });
});

test('incident.io: timestamps of an incident and its updates', () => {
  expect(
    printedJson({
      incident: {
        name: 'Checkout latency',
        reference: 'INC-7',
        incident_status: { name: 'Closed' },
        incident_timestamp_values: [
          { incident_timestamp: { name: 'Impact started' }, value: { value: '2026-03-05T09:40:00Z' } },
          { incident_timestamp: { name: 'Fixed at' } },
        ],
      },
    }),
  ).toEqual(['2026-03-05T09:40Z Impact started']);
  expect(
    printedJson({
      incident_updates: [
        {
          created_at: '2026-03-05T09:45:00Z',
          message: 'Cache is cold',
          new_incident_status: { name: 'Investigating' },
          updater: { user: { name: 'Kim Ito' } },
        },
      ],
    }),
  ).toEqual(['2026-03-05T09:45Z Kim Ito: Investigating: Cache is cold']);
});

test('Opsgenie: the log of an alert, its notes, the timeline of an incident', () => {
  expect(
    printedJson({
      data: [{ log: 'Alert acknowledged', type: 'system', owner: 'Kim Ito', createdAt: '2026-03-05T09:44:00.5Z' }],
      took: 0.1,
    }),
  ).toEqual(['2026-03-05T09:44Z Kim Ito: Alert acknowledged']);
  expect(printedJson({ data: [{ note: 'Cold cache', owner: 'Kim Ito', createdAt: '2026-03-05T09:50:00Z' }] })).toEqual([
    '2026-03-05T09:50Z Kim Ito: Cold cache',
  ]);
  expect(
    printedJson({
      data: {
        entries: [
          {
            type: 'ResponderAlertAcknowledged',
            eventTime: '2026-03-05T09:44:00Z',
            actor: { name: 'Kim Ito' },
            title: { content: 'Acknowledged' },
          },
        ],
      },
    }),
  ).toEqual(['2026-03-05T09:44Z Kim Ito: Acknowledged']);
});

test('Statuspage: the updates of an incident by the time that is shown', () => {
  expect(
    printedJson({
      incidents: [
        {
          name: 'Slow checkout',
          incident_updates: [
            {
              status: 'resolved',
              body: 'All is well.',
              created_at: '2026-03-05T10:30:00Z',
              display_at: '2026-03-05T10:20:00.000Z',
            },
            { status: 'investigating', body: 'We are looking.', created_at: '2026-03-05T02:00:00-08:00' },
          ],
        },
      ],
    }),
  ).toEqual(['2026-03-05T10:00Z Investigating: We are looking.', '2026-03-05T10:20Z Resolved: All is well.']);
});

test('git log, in the usual and in the full form', () => {
  expect(
    printed(`commit 4fd0a21c9e77aa10b1c2d3e4f5061728394a5b6c (HEAD -> main)
Author: Mara Lindqvist <mara@example.com>
Date:   Thu Mar 5 11:02:33 2026 +0100

    Warm the cache before it takes traffic

    More words.

commit 1a2b3c4d5e6f
Author:     Kim Ito <kim@example.com>
AuthorDate: Wed Mar 4 18:00:00 2026 +0900
Commit:     Kim Ito <kim@example.com>
CommitDate: Thu Mar 5 18:50:00 2026 +0900

    Resize the *cache*

commit 9999999
Author: Kim Ito <kim@example.com>
Date:   2 days ago

    Old
`),
  ).toEqual([
    '2026-03-05T09:50Z Commit 1a2b3c4d5: `Resize the *cache*` (Kim Ito)',
    '2026-03-05T10:02:33Z Commit 4fd0a21c9: Warm the cache before it takes traffic (Mara Lindqvist)',
    'left: line 17: commit 9999999: It has no date that can be read.',
  ]);
});

describe('what cannot be imported', () => {
  test.each([
    ['nothing', '  \n', 'empty'],
    ['broken JSON', '{"messages": [', 'broken-json: …'],
    ['JSON of another tool', '{"name": "left-pad", "version": "1.3.0"}', 'unknown-json'],
    ['an empty list', '[]', 'unknown-json'],
    ['too much', 'x'.repeat(2_000_001), 'too-long'],
  ])('%s', (_, text, expected) => {
    expect(printed(text)).toEqual([expected]);
  });
});
