/** Every line holds words or their beginnings between commas. */
const list = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** A sentence with one of them tells of the incident. In lower case; beginnings of words count. */
export const incidentWords: readonly string[] = list(
  'outage, incident, downtime, disrupt, unavailab, unreachab, inaccessib, accessible, offline, down, fail, error, degrad',
  'interrupt, unable, could not, couldn, cannot, stopped, stops working, impact, affect, issue, problem, slow, latency',
  'not deliver, undelivered, were lost, was lost, got lost, not respond, did not work, not work, not available, timed out, not possible',
  'crash, lasted, lasting, occurred, persist, blocked, stall, delay, reject, unrespons, attack, breach, exploit, broken',
  'impossib, caída, caíd, indispon, interrup, fallo, fallar, fallaron, afect, duró, lentitud, no pudieron, queda, falh, afet, durou',
  'não consegu, lentidão, panne, échou, échec, erreur, dura, duré, ralenti, ausfall, ausgefallen, störung, gestört',
  'vorfall, fehler, nicht erreichbar, nicht verfügbar, dauerte, beeinträchtig',
  '障害, 停止, エラー, 影響, 発生, 失敗, 遅延, できな, 不能, 劣化, 不通, 故障, 中断, 不可用, 失败, 错误, 影响, 超时, 宕机, 异常, 无法',
);

/** A sentence with one of them gives other times than those of the incident. */
export const otherTimesWords: readonly string[] = list(
  'support hours, business hours, office hours, working hours, service hours, opening hours, core hours, on-call hours',
  'maintenance window, scheduled maintenance, planned maintenance, root cause, caused by, meeting, retention',
  'horario laboral, horario de atención, horário comercial, heures ouvrées, geschäftszeiten, bürozeiten, wartungsfenster',
  '営業時間, メンテナンス時間, 工作时间, 维护窗口',
);

/** … right beside those times. */
export const otherTimesNearby: readonly string[] = list(
  'support hours, business hours, office hours, working hours, service hours, opening hours, core hours, on-call hours',
  'scheduled, window of, maintenance, meeting, retention, programad, agendad, planifi, geplant, 定期, 計画, 计划, 営業時間, 工作时间',
);

/** Counted in other hours than those of the clock, or summed up. */
export const otherCounting: readonly string[] = list(
  'support hours, business hours, office hours, working hours, service hours, working days, business days',
  'cumulative, combined, aggregate, accumulated, summed, across all, across both, across several, across multiple, each time',
  'two outages, three outages, separate outages, several outages, multiple outages, two incidents, three incidents',
  'horas laborales, horas úteis, heures ouvrées, arbeitsstunden, geschäftszeiten, acumulad, cumulé, insgesamt mehrere',
  '営業時間, 累計, 延べ, 合計, 工作时间, 累计',
);
