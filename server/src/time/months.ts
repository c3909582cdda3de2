/**
 * Names of months and weekdays in the languages that postmortems are read in:
 * English, Spanish, Portuguese, French, German. Japanese and Chinese write both with numbers and signs.
 */
const monthRows: readonly string[] = [
  'january jan enero ene janeiro janvier janv januar jän jänner',
  'february feb febr febrero fevereiro fev février fevrier févr fevr fév februar',
  'march mar marzo março marco mars märz maerz mär mrz',
  'april apr abril abr avril avr',
  'may mayo maio mai',
  'june jun junio junho juin juni',
  'july jul julio julho juillet juil juli',
  'august aug agosto ago août aout',
  'september sept sep septiembre setiembre setembro set septembre',
  'october oct octubre outubro out octobre oktober okt',
  'november nov noviembre novembro novembre',
  'december dec diciembre dic dezembro dez décembre decembre déc dezember',
];

/** In the order of `weekdayNames`. Two-letter forms are read with their point only ("Mo."). */
const weekdayRows: readonly string[] = [
  'monday mon lunes lun segunda seg lundi montag',
  'tuesday tue tues martes terça terca mardi dienstag',
  'wednesday wed weds miércoles miercoles mié quarta mercredi mer mittwoch',
  'thursday thu thur thurs jueves jue quinta jeudi jeu donnerstag',
  'friday fri viernes vie sexta vendredi ven freitag',
  'saturday sat sábado sabado sáb samedi sam samstag sonnabend',
  'sunday sun domingo dom dimanche dim sonntag',
];

function indexRows(rows: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((name) => [name, index + first] as const)));
}

/** Lower-case name → 1 to 12. */
export const monthsByName: ReadonlyMap<string, number> = indexRows(monthRows, 1);

/** Lower-case name → 0 (Monday) to 6. */
export const weekdaysByName: ReadonlyMap<string, number> = indexRows(weekdayRows, 0);

/** 月火水木金土日 and 一二三四五六日天, both from Monday. */
export const weekdaySigns: readonly string[] = ['月一', '火二', '水三', '木四', '金五', '土六', '日天'];

/** Names that are words of daily use as well: only a year, a time or a weekday beside them makes them a month. */
export const doubtfulMonths: ReadonlySet<string> = new Set(['set', 'out', 'ago', 'mer', 'marco']);

/** The same, but only where they are not capitalised ("may", "march on"). */
export const doubtfulLowerCaseMonths: ReadonlySet<string> = new Set(
  'may march mar mars mai jan feb fev apr abr jun jul aug sep sept oct nov dec dic dez ene avr august'.split(' '),
);
