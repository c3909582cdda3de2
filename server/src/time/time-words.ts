import type { Meridiem } from './meridiem.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Hours that have a name, in lower case. */
export const namedHours: ReadonlyMap<string, number> = new Map([
  ['noon', 12],
  ['midday', 12],
  ['midnight', 0],
  ['mediodía', 12],
  ['medianoche', 0],
  ['meio-dia', 12],
  ['midi', 12],
  ['minuit', 0],
  ['mittag', 12],
  ['mitternacht', 0],
]);

/** Words behind digits that make them a time: `0830HRS`, `18.30 Uhr`. */
export const hourWords = words('hrs hr hours hour h hs uhr horas heures');

/** Signs before or in place of the digits in Japanese and Chinese. */
export const dayHalfSigns: readonly {
  readonly sign: string;
  readonly meridiem: Meridiem | undefined;
  readonly hour: number | undefined;
}[] = [
  { sign: '午前', meridiem: 'am', hour: undefined },
  { sign: '午後', meridiem: 'pm', hour: undefined },
  { sign: '上午', meridiem: 'am', hour: undefined },
  { sign: '下午', meridiem: 'pm', hour: undefined },
  { sign: '凌晨', meridiem: 'am', hour: undefined },
  { sign: '早上', meridiem: 'am', hour: undefined },
  { sign: '晚上', meridiem: 'pm', hour: undefined },
  { sign: '正午', meridiem: undefined, hour: 12 },
  { sign: '中午', meridiem: undefined, hour: 12 },
];

/** Say that a time is not exact. */
export const approximateWords = words(
  'approx approximately around about roughly circa ca c nearly almost est estimated say ungefähr etwa gegen rund vers environ hacia sobre cerca aproximadamente por',
);

/** Lead to a time: "at 10:00", "on August 22", "from 9 to 10", "starting at". */
export const leadingWords = words(
  'at on from between by since the starting beginning started until before after shortly just in ' +
    'morning afternoon evening night ' +
    'a as às à las la el le les los em no na dia das de del do desde entre dès depuis le um am ab von seit zwischen',
);

/** Before a lone "noon" or `3:15` in a sentence they make it a time. */
export const timeLeads = words(
  'at by until till before after since around from to between approx approximately about à às las um vers dès gegen ab',
);

/** Make "and" join the two ends of a range. */
export const betweenWords = words('between entre zwischen');

/** Stand between "between" and the time: "between the hours of 9:00 and 11:00". */
export const hoursWords = words('the hours times of');

/** Stand between the two ends of a range. */
export const rangeWords = words('to until till til through thru upto hasta até al à au bis a às');

/** Join the two ends of a range only behind "between". */
export const andWords = words('and y e et und');

/** Behind the start they leave the end of a range open. */
export const onwardWords = words('onwards onward');

/** Say that a range has not ended. */
export const openEndWords = words('now present ongoing current today tbd tbc');

/** A number behind them is no time: "port 8080", "line 12:30". */
export const otherNumberWords = words(
  'port ports line lines version versions ratio ratios chapter verse page pages row rows step steps section scale odds score',
);

/** Words before a lone `14h` that make it a time and not a duration. */
export const bareHourWords = words('à às as las vers dès até desde');

/** Days of the month in words. */
export const ordinalWords = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty',
);
