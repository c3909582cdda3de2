import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../server/src/postmortem/metrics.ts';
import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';

function read(timeline: string): Postmortem {
  const text = `# Postmortem: carts lost\n\n## Summary\n\nCarts were lost.\n\n## Timeline (UTC, 2031-03-04)\n\n${timeline}\n\n## Root cause\n\nA full buffer.\n`;
  return createPostmortemReader().read(text, { path: 'carts.md', isPostmortem: true, zone: undefined });
}

function minutes({ metrics }: Postmortem): readonly (number | undefined)[] {
  return [metrics.detect, metrics.acknowledge, metrics.mitigate, metrics.resolve].map((metric) => metric?.minutes);
}

function words(postmortem: Postmortem, metric: Metric | undefined): readonly (string | undefined)[] {
  return [metric?.from, metric?.to].map((end) => end && postmortem.timelines[end.timeline]?.entries[end.entry]?.text);
}

describe('worked examples', () => {
  it.each([
    [
      'marks in capitals, with a later declaration and a close',
      '- 14:51 Traffic grows after a mention on the radio\n- 14:54 **OUTAGE BEGINS**: carts are empty\n- 14:55 Pagers alerted two teams\n- 14:58 Nina starts investigating\n- 15:01 **INCIDENT BEGINS**: Maya leads\n- 15:36 **OUTAGE MITIGATED**: carts come from the spare region\n- 16:00 **OUTAGE ENDS**: all regions serve\n- 16:30 **INCIDENT ENDS**: thirty calm minutes',
      [1, 3, 42, 66],
    ],
    [
      'a lead-up before the outage, detected in the same minute',
      '- 18:19 Configuration push begins\n- 18:26 Outage begins, pagers alerted teams\n- 18:50 Rollback fails on the new format\n- 19:15 Successful rollback in all regions\n- 19:58 100% of traffic back online',
      [0, undefined, 49, 92],
    ],
    [
      'no entry of detection, a rollback attempted',
      '- 16:58 Database begins experiencing full pools\n- 17:25 Incident declared, rollback attempted\n- 17:40 Rollback fails\n- 18:46 Service fully restored',
      [undefined, undefined, 108, 108],
    ],
    [
      'two marks and an end',
      '- 21:45 Outage started\n- 21:47 Alert fired\n- 23:28 Service fully restored',
      [2, undefined, 103, 103],
    ],
    [
      'acknowledged long after a customer noticed',
      '- 18:00 Impact started\n- 18:10 A customer reported late invoices\n- 18:45 On-call acknowledged the report\n- 19:12 Issue resolved',
      [10, 35, 72, 72],
    ],
  ])('%s', (_name, timeline, expected) => {
    expect(minutes(read(timeline))).toEqual(expected);
  });
});

describe('where the ends are taken from', () => {
  it('assumes the first entry that only leads up to nothing where no start is told', () => {
    const postmortem = read(
      '- 10:00 New version deployed to production\n- 10:04 Carts look odd\n- 10:10 Alert fired\n- 10:40 Service restored',
    );
    expect(postmortem.metrics.resolve).toMatchObject({
      minutes: 36,
      inferred: true,
      from: { phase: 'start', assumed: true },
    });
    expect(words(postmortem, postmortem.metrics.resolve)).toEqual(['Carts look odd', 'Service restored']);
  });

  it('does not take the entry of detection for the start to find that it took no time', () => {
    const postmortem = read('- 10:10 Alert fired\n- 10:40 Service restored');
    expect(minutes(postmortem)).toEqual([undefined, undefined, 30, 30]);
  });

  it('takes a start marked later, not the first entry', () => {
    const postmortem = read(
      '- 09:00 Nina opens the change\n- 10:00 [start] Carts are lost\n- 10:05 [detected] Probe red\n- 11:00 [resolved] Carts are kept',
    );
    expect(minutes(postmortem)).toEqual([5, undefined, 60, 60]);
  });

  it('takes the last entry that tells of the end', () => {
    expect(
      minutes(
        read(
          '- 10:00 Outage began\n- 10:30 Service restored\n- 10:45 Alert fired again\n- 11:15 Service fully restored',
        ),
      )[3],
    ).toBe(75);
  });

  it('lets marks win over words', () => {
    const postmortem = read(
      '- 10:00 Outage began\n- 10:05 Alert fired\n- 10:20 [detected] Nina looks at the alert\n- 11:00 Service restored',
    );
    expect(postmortem.metrics.detect?.minutes).toBe(20);
  });

  it('says what is marked and what is inferred', () => {
    const postmortem = read('- 10:00 [start] Carts lost\n- 10:05 [detected] Probe red\n- 10:30 Service restored');
    expect(postmortem.metrics.detect?.inferred).toBe(false);
    expect(postmortem.metrics.resolve?.inferred).toBe(true);
  });

  it('uses the one that is told for both mitigated and resolved, and says so', () => {
    const { metrics } = read('- 10:00 [start] Carts lost\n- 10:40 [mitigated] Old release serves');
    expect(metrics.mitigate).toMatchObject({
      minutes: 40,
      inferred: false,
      to: { phase: 'mitigated', assumed: false },
    });
    expect(metrics.resolve).toMatchObject({ minutes: 40, inferred: true, to: { phase: 'mitigated', assumed: true } });
  });

  it('counts over midnight', () => {
    expect(minutes(read('- 23:50 Outage began\n- 00:20 Service restored'))[3]).toBe(30);
  });

  it('reads a log that is written from the end to the start', () => {
    const postmortem = read(
      '- 2031-03-04 11:00 Service fully restored\n- 2031-03-04 10:20 Alert fired\n- 2031-03-04 10:00 Outage began',
    );
    expect(minutes(postmortem)).toEqual([20, undefined, 60, 60]);
  });

  it('knows nothing where no times are known', () => {
    expect(minutes(read('- XX:XX Outage began\n- ??:?? Service restored'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(minutes(read('Nobody wrote the times down.'))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('leaves out what would be negative', () => {
    expect(
      read('- 10:00 [detected] Probe red\n- 10:30 [start] Carts lost\n- 11:00 [resolved] Carts kept').metrics.detect,
    ).toBeUndefined();
  });
});
