/** Heads of table columns, lower case, by what the cells below them hold. */
export const timeColumns: ReadonlySet<string> = new Set([
  'time', 'timestamp', 'when', 'date/time', 'datetime', 'date and time', 'date & time', 'date time', 'clock', 'start', 'start time', 'time stamp', 'time utc', 'utc', 'from', 'begin', 'at', 'times',
  'hora', 'fecha y hora', 'fecha/hora', 'horário', 'data/hora', 'data e hora', 'heure', 'date et heure', 'horodatage', 'zeit', 'uhrzeit', 'zeitpunkt', 'zeitstempel', 'datum/uhrzeit',
  '時刻', '時間', '日時', 'タイムスタンプ', '时间', '時間點', '时刻', '时间点', '时间戳',
]);

export const dateColumns: ReadonlySet<string> = new Set(['date', 'day', 'fecha', 'día', 'data', 'dia', 'jour', 'datum', 'tag', '日付', '日', '日期']);

export const endColumns: ReadonlySet<string> = new Set(['end', 'end time', 'until', 'to', 'finish', 'fin', 'fim', 'ende', 'bis', '終了', '结束']);

export const phaseColumns: ReadonlySet<string> = new Set(['phase', 'stage', 'status', 'state', 'type', 'category', 'fase', 'estado', 'phase', 'フェーズ', '阶段', '状态']);

export const eventColumns: ReadonlySet<string> = new Set([
  'event', 'events', 'description', 'what', 'what happened', 'action', 'actions', 'details', 'detail', 'activity', 'notes', 'note', 'comment', 'incident', 'entry', 'message', 'update', 'happening', 'evento', 'descripción', 'descrição', 'événement', 'description', 'ereignis', 'beschreibung',
  'イベント', '内容', '出来事', '事象', '事件', '描述', '操作', '説明',
]);
