import { describe, expect, it } from 'vitest';
import { type PhaseHint, readPhases } from '../../../server/src/postmortem/read-phase.ts';

function told(text: string, hint?: string): readonly string[] {
  const hints: readonly PhaseHint[] = hint === undefined ? [] : [{ text: hint, span: { start: 0, end: hint.length } }];
  return readPhases(text, 100, hints).map(({ phase, from }) => (from === 'mark' ? `${phase}!` : phase));
}

describe('what words tell', () => {
  it('is not taken from a later sentence with a time of its own', () => {
    expect(told('Carts come back empty. The service was restored at 10:02.')).toEqual([]);
    expect(told('The service was restored. Maya wrote to support at 10:02.')).toEqual(['resolved']);
  });
});

describe('what authors mark', () => {
  it.each([
    ['[detected] Latency probe over its limit', ['detected!']],
    ['**Detection:** the probe in Oslo went red', ['detected!']],
    ['Detected: the probe in Oslo went red', ['detected!']],
    ['Issue detection - the probe in Oslo went red', ['detected!']],
    ['OUTAGE BEGINS: half of all carts are empty', ['start!']],
    ['A release is merged. **Outage begins.**', ['start!']],
    ['INCIDENT BEGINS, Maya leads', ['declared!']],
    ['**OUTAGE MITIGATED** on the old release', ['mitigated!']],
    ['OUTAGE ENDS, queues are empty', ['resolved!']],
    ['INCIDENT ENDS after thirty calm minutes', ['closed!']],
    ['**検知** — 監視画面が赤', ['detected!']],
    ['**発生** — 決済が通らない', ['start!']],
    ['**Detección:** panel en rojo', ['detected!']],
    ['Behoben: Warteschlange leer', ['resolved!']],
    ['Mitigated / Resolved', ['mitigated!', 'resolved!']],
    ['Issue Resolution', ['resolved!']],
    ['**Service restored**', ['resolved!']],
    ['Ursache gefunden: voller Puffer', ['diagnosed!']],
  ])('%s', (text, phases) => {
    expect(told(text)).toEqual(phases);
  });

  it.each([
    ['Detected', 'the panel went red', ['detected!']],
    ['First detected', '', ['detected!']],
    ['Repaired', '', ['mitigated!']],
    ['Investigating', 'We look at slow pages.', ['acknowledged!']],
    ['Monitoring', 'Numbers look better.', ['mitigated!']],
    ['対応開始', 'ログを確認', ['acknowledged!']],
    ['Update', 'Work goes on.', []],
  ])('takes the label "%s" from beside the entry', (hint, text, phases) => {
    expect(told(text, hint)).toEqual(phases);
  });

  it('points at the mark in the document', () => {
    const text = '[resolved] carts are full again';
    expect(readPhases(text, 40, [])).toEqual([{ phase: 'resolved', from: 'mark', span: { start: 41, end: 49 } }]);
  });

  it('points at the words that tell the phase', () => {
    const text = 'Nina rolled back the release';
    expect(readPhases(text, 10, [])).toEqual([{ phase: 'mitigated', from: 'words', span: { start: 15, end: 26 } }]);
  });

  it('reads the same text at another place with other spans', () => {
    const text = 'Service fully restored';
    expect(readPhases(text, 0, [])[0]?.span.start).toBe((readPhases(text, 7, [])[0]?.span.start as number) - 7);
  });
});

describe('what words tell', () => {
  it.each([
    ['Outage started in the Oslo region', ['start']],
    ['Checkout began returning errors', ['start']],
    ['The search page became unresponsive', ['start']],
    ['Alert fired for the queue length', ['detected']],
    ['Two customers reported empty carts', ['detected']],
    ['Monitoring detected a rise of error rates', ['detected']],
    ['On-call acknowledges the page', ['acknowledged']],
    ['Nina started investigating the queue', ['acknowledged']],
    ['Maya declared an incident', ['declared']],
    ['Escalated to the storage team', ['escalated']],
    ['Root cause identified in the cart cache', ['diagnosed']],
    ['Rolled back to the release of Monday', ['mitigated']],
    ['A hotfix was deployed to all regions', ['mitigated']],
    ['Service fully restored', ['resolved']],
    ['Everything is back to normal', ['resolved']],
    ['Incident closed by Maya', ['closed']],
    ['New version deployed to production', ['trigger']],
    ['Se detectó un aumento de errores', ['detected']],
    ['Serviço restaurado', ['resolved']],
    ['Service rétabli', ['resolved']],
    ['Die Ursache wurde gefunden', ['diagnosed']],
    ['ロールバックを実施', ['mitigated']],
    ['サービスが復旧', ['resolved']],
    ['收到告警', ['detected']],
    ['服务恢复正常', ['resolved']],
  ])('%s', (text, phases) => {
    expect(told(text)).toEqual(phases);
  });

  it('reads several phases from one entry', () => {
    expect(told('Pager alert fired and Nina began investigating')).toEqual(['detected', 'acknowledged']);
  });
});

describe('what has not happened', () => {
  it.each([
    'Rollback attempted',
    'Rollback failed',
    'Nina attempted a rollback',
    'Restart did not help, the outage is not resolved',
    'We will mitigate by moving load',
    'The queue growth was not detected',
    'This should resolve the problem',
    'The team is trying to restore the service',
    'No alert fired',
    'Started rolling back the release',
    'A fix is being deployed',
    'Plan to have the fix deployed tonight',
    'Rolled back the release, but errors persisted',
    'El servicio no está restaurado',
    'Der Fehler ist nicht behoben',
    '復旧作業を開始',
    'ロールバックに失敗し復旧せず',
    '尝试恢复服务',
    'Further analysis revealed no misconfiguration',
  ])('%s', (text) => {
    expect(told(text).filter((phase) => phase !== 'acknowledged')).toEqual([]);
  });

  it('sees that the next clause tells what has happened', () => {
    expect(told('Rollback failed, service restored by a restart')).toEqual(['resolved']);
  });
});

describe('hostile text', () => {
  it('answers for long and odd entries', () => {
    for (const text of [
      '**'.repeat(5000),
      '['.repeat(9000),
      'a '.repeat(9000),
      '-'.repeat(9000),
      'A'.repeat(9000),
      '復'.repeat(9000),
    ]) {
      expect(told(text)).toEqual([]);
    }
  });
});
