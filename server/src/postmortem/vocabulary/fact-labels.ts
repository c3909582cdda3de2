import type { FactKind } from '../fact.ts';

/** Every line holds labels between commas. */
const list = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** The labels by which a document states values, spelt as `labelWords` gives them. */
export const factLabels: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  date: list(
    'date, dates, incident date, date of incident, date of the incident, outage date, date of outage',
    'date of the outage, event date, date of event, date time, date and time, date of occurrence',
    'occurred, occurred on, occurred at, incident day, incident date and time, incident time',
    'time of incident, when, day, when did it happen, when did this happen, fecha, fechas',
    "fecha del incidente, fecha y hora, data, data do incidente, data e hora, date de l'incident",
    'date et heure, datum, datum des vorfalls, vorfallsdatum, datum und uhrzeit, 日付, 発生年月日, インシデント日, 日時',
    '日期, 事件日期, 故障日期, 事故日期',
  ),
  duration: list(
    'duration, durations, incident duration, outage duration, duration of outage, duration of the outage',
    'duration of incident, duration of the incident, duration of impact, impact duration, total duration',
    'total outage duration, total incident duration, total impact duration, total downtime',
    'total outage time, downtime, downtime duration, duration of downtime, service downtime, length',
    'length of outage, length of the outage, outage length, outage time, time of outage, outage window',
    'incident window, impact window, window of impact, timeframe, time frame, period, outage period',
    'incident period, impact period, time window, duración, duración total, duración del incidente',
    'duración de la interrupción, duración del impacto, tiempo de inactividad, tiempo de caída, periodo',
    'período, duração, duração total, duração do incidente, duração da interrupção, duração do impacto',
    "tempo de inatividade, tempo de indisponibilidade, durée, durée totale, durée de l'incident",
    "durée de l'interruption, durée de l'indisponibilité, durée de la panne, durée de l'impact",
    "temps d'arrêt, période, dauer, gesamtdauer, ausfalldauer, ausfallzeit, dauer des vorfalls",
    'dauer des ausfalls, dauer der störung, zeitraum, 期間, 影響時間, 影響期間, 継続時間, 所要時間, 停止時間, 障害時間, 障害期間',
    'ダウンタイム, インシデント期間, 持续时间, 持續時間, 时长, 時長, 影响时长, 影响时间, 故障时长, 故障时间, 停机时间, 中断时间',
  ),
  start: list(
    'start, start time, start date, start date time, start date and time, started, started at',
    'time started, start of incident, start of the incident, start of outage, start of the outage',
    'start of impact, incident start, incident start time, incident started, outage start',
    'outage start time, outage started, outage began, impact start, impact start time, impact started',
    'impact started at, impact began, began, began at, onset, beginning, inicio, hora de inicio',
    'fecha de inicio, inicio del incidente, inicio de la interrupción, início, hora de início',
    'data de início, início do incidente, horário de início, début, heure de début, date de début',
    "début de l'incident, beginn, startzeit, beginn des vorfalls, beginn der störung, anfang, 発生日時, 発生時刻",
    '発生日, 開始日時, 開始時刻, 開始, 発生, 发生时间, 發生時間, 开始时间, 開始時間, 故障开始时间, 影响开始时间',
  ),
  end: list(
    'end, end time, end date, end date time, end date and time, ended, ended at, time ended',
    'end of incident, end of the incident, end of outage, end of the outage, end of impact, incident end',
    'incident end time, incident ended, incident resolved, outage end, outage end time, outage ended',
    'impact end, impact end time, impact ended, impact ended at, resolved, resolved at, resolved on',
    'time resolved, restored, restored at, service restored, recovered, recovered at, fixed at, fixed, fin',
    'hora de fin, fecha de fin, hora de finalización, fin del incidente, fin de la interrupción, resuelto',
    'fim, término, hora de término, data de término, data de fim, horário de término, fim do incidente',
    "resolvido, heure de fin, date de fin, fin de l'incident, rétabli, résolu, ende, endzeit",
    'ende des vorfalls, ende der störung, behoben, behoben am, 復旧日時, 復旧時刻, 復旧日, 終了日時, 終了時刻, 終了, 復旧, 恢复时间',
    '恢復時間, 结束时间, 結束時間, 故障恢复时间, 影响结束时间',
  ),
  detected: list(
    'detected, detected at, first detected, time of detection, time detected, incident detected',
    'issue detected, discovered, discovered at, detection date, detectado, hora de detección',
    'hora de detecção, détecté, heure de détection, erkannt, erkannt am, zeitpunkt der erkennung, 検知日時',
    '検知時刻, 発見日時, 发现时间, 發現時間',
  ),
  severity: list(
    'severity, sev, sev level, severity level, incident severity, severity classification, incident level',
    'impact level, criticality, severidad, gravedad, criticidad, severidade, gravidade, criticidade',
    'sévérité, gravité, criticité, schweregrad, schwere, kritikalität, 重大度, 深刻度, 重要度, 严重程度, 嚴重程度, 严重级别',
    '严重等级, 故障等级, 事故等级',
  ),
  status: list(
    'status, report status, document status, postmortem status, incident status, current status',
    'review status, state, estado, estado actual, situação, statut, état, ステータス, 状態, 状态, 狀態, 当前状态',
  ),
  owner: list(
    'owner, owners, incident owner, postmortem owner, report owner, document owner, owning team',
    'responsible, responsible team, incident commander, incident lead, incident manager, ic, dri',
    'responsable, responsables, responsável, responsáveis, propriétaire, verantwortlich, verantwortliche',
    'verantwortlicher, 担当者, 責任者, オーナー, 负责人, 負責人, 责任人, 責任人',
  ),
  author: list(
    'author, authors, author s, written by, prepared by, created by, reported by, completed by',
    'report author, postmortem author, by, writer, autor, autora, autores, elaborado por, escrito por',
    'auteur, auteurs, auteure, rédigé par, verfasser, autoren, erstellt von, 作成者, 著者, 記入者, 作者, 撰写人, 编写人',
    '作成',
  ),
  service: list(
    'service, services, service name, affected service, affected services, impacted service',
    'impacted services, service affected, services affected, service impacted, services impacted',
    'services involved, affected system, affected systems, systems affected, impacted systems',
    'affected component, affected components, affected products, servicio, servicios, servicio afectado',
    'servicios afectados, serviço, serviços, serviço afetado, serviços afetados, services touchés',
    'service touché, services affectés, services impactés, dienst, dienste, betroffener dienst',
    'betroffene dienste, betroffene systeme, 影響サービス, 影響を受けたサービス, 対象サービス, 影响服务, 受影响服务, 受影响的服务',
  ),
  impact: list(
    'impact, impacts, customer impact, user impact, business impact, service impact, the impact, impacto',
    'auswirkung, auswirkungen, 影響, 影響範囲, 影响, 影响范围',
  ),
  cause: list(
    'root cause, root causes, cause, causes, causa, causa raíz, causa raiz, cause racine, cause profonde',
    'ursache, grundursache, 根本原因, 原因, 根因',
  ),
  'users-percent': list(
    'users affected, affected users, users impacted, impacted users, customers affected',
    'affected customers, customers impacted, impacted customers, percentage of users, percent of users',
    'percentage of users affected, percentage of affected users, user impact percentage',
    'usuarios afectados, usuários afetados, utilisateurs touchés, utilisateurs affectés',
    'utilisateurs impactés, betroffene nutzer, betroffene benutzer, betroffene kunden, 影響ユーザー, 影響を受けたユーザー',
    '影響ユーザー数, 受影响用户, 影响用户',
  ),
  published: list(
    'published, published on, published at, date published, publish date, publication date, pubdate',
    'publishdate, report date, date of report, postmortem date, date of postmortem, postmortem completed',
    'postmortem published, document date, date of publication, fecha de publicación, publicado',
    'fecha del informe, data de publicação, data do relatório, date de publication, publié le',
    'veröffentlicht, veröffentlicht am, veröffentlichungsdatum, 公開日, 発行日, 作成日, 发布日期, 发布时间, 發佈日期',
  ),
  'incident-id': list(
    'incident, incident id, incident number, incident no, incident key, incident ref, incident reference',
    "id, case id, report id, postmortem id, id del incidente, id do incidente, id de l'incident",
    'vorfallnummer, vorfall id, インシデントid, インシデント番号, 事件编号, 故障编号, 事故编号',
  ),
  'time-to-detect': list(
    'time to detect, time to detection, ttd, mttd, detection delay, time until detection',
    'time to discovery, tiempo de detección, tiempo hasta la detección, tempo de detecção',
    'tempo até a detecção, temps de détection, délai de détection, zeit bis zur erkennung, erkennungszeit',
    '検知までの時間, 检测时长, 发现时长',
  ),
  'time-to-acknowledge': list(
    'time to acknowledge, time to acknowledgement, time to acknowledgment, tta, mtta, time to ack',
    'time to respond, time to response, time to engage, tiempo de respuesta, tempo de resposta',
    'zeit bis zur reaktion, 対応開始までの時間, 响应时长',
  ),
  'time-to-mitigate': list(
    'time to mitigate, time to mitigation, ttm, mttm, tiempo de mitigación, tempo de mitigação',
    "temps d'atténuation, 緩和までの時間, 缓解时长, 止损时长",
  ),
  'time-to-repair': list(
    'time to repair, time to fix, repair time, tiempo de reparación, tempo de reparo, temps de réparation',
    'reparaturzeit, 修復時間, 修复时长',
  ),
  'time-to-recover': list(
    'time to recover, time to recovery, time to restore, time to restoration, time to restore service',
    'tiempo de recuperación, tempo de recuperação, temps de rétablissement, wiederherstellungszeit',
    'zeit bis zur wiederherstellung, 復旧時間, 復旧までの時間, 恢复时长',
  ),
  'time-to-resolve': list(
    'time to resolve, time to resolution, ttr, mttr, resolved in, resolved within, resolved after, tiempo de resolución, tempo de resolução',
    'temps de résolution, zeit bis zur behebung, zeit bis zur lösung, lösungszeit, 解決時間, 解決までの時間, 解决时长',
    '处理时长',
  ),
};

/** Labels that give a moment or, where a number of minutes or hours follows, a length of time. */
export const momentOrLengthLabels: ReadonlyMap<string, { readonly moment: FactKind; readonly length: FactKind }> =
  new Map([
    ['detection time', { moment: 'detected', length: 'time-to-detect' }],
    ['detection', { moment: 'detected', length: 'time-to-detect' }],
    ['recovery time', { moment: 'end', length: 'time-to-recover' }],
    ['resolution time', { moment: 'end', length: 'time-to-resolve' }],
    ['mitigation time', { moment: 'other', length: 'time-to-mitigate' }],
  ]);

/** Labels that are everyday words too: a value counts only where it has a digit. */
export const weakFactLabels: ReadonlySet<string> = new Set(
  list(
    'data, fixed, when, day, occurred, start, started, began, beginning, onset, end, ended, resolved, restored',
    'service restored, incident resolved, recovered, detected, discovered, first detected, length, period',
    'incident, id, inicio, início, début, beginn, anfang, fin, fim, ende, término, resuelto, resolvido',
    'rétabli, résolu, behoben, detectado, détecté, erkannt, 開始, 終了, 発生, 復旧, published, publicado',
    'veröffentlicht',
  ),
);

/** What labels put together of two parts name: "Outage started", "Date of the incident". */
export const incidentNouns: readonly string[] = list(
  'incident, outage, issue, problem, impact, disruption, interruption, downtime, service, event, error, degradation, failure',
);

/** Behind one of the nouns. */
export const wordsBehindNouns: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  date: list('date, day, date time, date and time'),
  duration: list('duration, length, window, period'),
  start: list('start, start time, start date, started, started at, began, began at, beginning'),
  end: list('end, end time, end date, ended, ended at, resolved, resolved at, restored, restored at, recovered, fixed'),
  detected: list('detected, detected at, discovered'),
};

/** Before "of" or "of the" and one of the nouns. */
export const wordsBeforeNouns: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  date: list('date, day, date time, date and time, time'),
  duration: list('duration, length, total duration, overall duration, window, period'),
  start: list('start, start time, beginning'),
  end: list('end, end time'),
};

/** Before a label of a duration, changing nothing. */
export const wordsBeforeDuration: readonly string[] = list('total, overall, approximate, estimated, full, actual');
