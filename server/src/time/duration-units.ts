/** Minutes of one unit, and how fine the unit is. */
export interface DurationUnit {
  readonly minutes: number;
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
  /** May stand right behind the digits, and needs to where it is one letter: `5m`, `1h`. */
  readonly short: boolean;
}

const second = { minutes: 1 / 60, unit: 'seconds' } as const;
const minute = { minutes: 1, unit: 'minutes' } as const;
const hour = { minutes: 60, unit: 'hours' } as const;
const day = { minutes: 1440, unit: 'days' } as const;
const week = { minutes: 10_080, unit: 'days' } as const;

function rows(text: string, unit: Omit<DurationUnit, 'short'>): (readonly [string, DurationUnit])[] {
  return text.split(' ').map((word) => [word, { ...unit, short: word.length === 1 }] as const);
}

/** Lower-case word → unit, in English, Spanish, Portuguese, French and German. */
export const durationUnits: ReadonlyMap<string, DurationUnit> = new Map([
  ...rows('s sec secs second seconds segundo segundos seconde secondes sekunde sekunden', second),
  ...rows('m min mins minute minutes minuto minutos minuten', minute),
  ...rows('h hr hrs hour hours hora horas heure heures stunde stunden std', hour),
  ...rows('d day days día días dia dias jour jours tag tage tagen', day),
  ...rows('week weeks semana semanas semaine semaines woche wochen', week),
]);

/** Units in Japanese and Chinese, the longer first. */
export const durationSigns: readonly (readonly [string, Omit<DurationUnit, 'short'>])[] = [
  ['時間', hour],
  ['个小时', hour],
  ['個小時', hour],
  ['小时', hour],
  ['小時', hour],
  ['分間', minute],
  ['分钟', minute],
  ['分鐘', minute],
  ['分', minute],
  ['秒間', second],
  ['秒钟', second],
  ['秒', second],
  ['日間', day],
  ['天', day],
  ['週間', week],
  ['周', week],
];

const upToTwelve = [
  'zero',
  'one a an un una uno um uma une ein eine einer einen',
  'two both dos dois duas deux zwei',
  'three tres três trois drei',
  'four cuatro quatro quatre vier',
  'five cinco cinq fünf',
  'six seis sechs',
  'seven siete sete sept sieben',
  'eight ocho oito huit acht',
  'nine nueve nove neuf neun',
  'ten diez dez dix zehn',
  'eleven once onze elf',
  'twelve doce doze douze zwölf',
];

const further: readonly (readonly [string, number])[] = [
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen quince quinze fünfzehn', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty veinte vinte vingt zwanzig', 20],
  ['thirty treinta trinta trente dreißig', 30],
  ['forty fourty cuarenta quarenta quarante vierzig', 40],
  ['fifty cincuenta cinquenta cinquante fünfzig', 50],
  ['sixty sesenta sessenta soixante sechzig', 60],
  ['ninety noventa neunzig', 90],
  ['hundred', 100],
  ['half medio media meio meia demi halbe halben', 0.5],
  ['anderthalb eineinhalb', 1.5],
];

/** Numbers in words, in lower case. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...upToTwelve.flatMap((row, value) => row.split(' ').map((word) => [word, value] as const)),
  ...further.flatMap(([row, value]) => row.split(' ').map((word) => [word, value] as const)),
]);

/** Numbers in Chinese characters that stand before a unit. */
export const numberSigns: ReadonlyMap<string, number> = new Map(
  ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
    .map((sign, value) => [sign, value] as const)
    .concat([
      ['两', 2],
      ['兩', 2],
      ['半', 0.5],
    ]),
);

/** "and" between the parts of a duration. */
export const joiningWords: ReadonlySet<string> = new Set(['and', 'y', 'e', 'et', 'und', 'con']);

/** "half" behind a number: "two and a half hours", "una hora y media". */
export const halfWords: ReadonlySet<string> = new Set([
  'half',
  'media',
  'medio',
  'meia',
  'meio',
  'demie',
  'demi',
  'halb',
]);

export const halfSigns: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);

/** How exact a duration is by the words before it; the longer phrases first. */
export const qualifierPhrases: readonly (readonly [string, 'about' | 'over' | 'under'])[] = [
  ['a little over', 'over'],
  ['a little more than', 'over'],
  ['a little under', 'under'],
  ['a little less than', 'under'],
  ['slightly over', 'over'],
  ['slightly under', 'under'],
  ['more than', 'over'],
  ['longer than', 'over'],
  ['greater than', 'over'],
  ['at least', 'over'],
  ['no less than', 'over'],
  ['upwards of', 'over'],
  ['well over', 'over'],
  ['just over', 'over'],
  ['over', 'over'],
  ['más de', 'over'],
  ['mais de', 'over'],
  ['plus de', 'over'],
  ['mehr als', 'over'],
  ['less than', 'under'],
  ['fewer than', 'under'],
  ['no more than', 'under'],
  ['not more than', 'under'],
  ['at most', 'under'],
  ['up to', 'under'],
  ['just under', 'under'],
  ['under', 'under'],
  ['within', 'under'],
  ['almost', 'under'],
  ['nearly', 'under'],
  ['close to', 'about'],
  ['menos de', 'under'],
  ['casi', 'under'],
  ['quase', 'under'],
  ['moins de', 'under'],
  ['presque', 'under'],
  ['weniger als', 'under'],
  ['fast', 'under'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['circa', 'about'],
  ['ca', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['a total of about', 'about'],
  ['unos', 'about'],
  ['unas', 'about'],
  ['alrededor de', 'about'],
  ['aproximadamente', 'about'],
  ['cerca de', 'about'],
  ['environ', 'about'],
  ['etwa', 'about'],
  ['ungefähr', 'about'],
  ['rund', 'about'],
];
