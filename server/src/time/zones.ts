import { cityTimes } from './city-times.ts';

/** One thing that an abbreviation of a zone stands for. */
export interface ZoneMeaning {
  /** Where it is used, in words a reader knows. */
  readonly region: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** A place in that region, for the question whether the abbreviation fits the season. */
  readonly place: string;
}

const meaning = (region: string, offset: number, place: string): ZoneMeaning => ({ region, offset, place });

/** The first meaning is the one most documents mean. More than one: the abbreviation is ambiguous. */
export const abbreviations: ReadonlyMap<string, readonly ZoneMeaning[]> = new Map<string, readonly ZoneMeaning[]>([
  ['EST', [meaning('US Eastern', -300, 'America/New_York')]],
  ['EDT', [meaning('US Eastern', -240, 'America/New_York')]],
  [
    'CST',
    [
      meaning('US Central', -360, 'America/Chicago'),
      meaning('China', 480, 'Asia/Shanghai'),
      meaning('Cuba', -300, 'America/Havana'),
    ],
  ],
  ['CDT', [meaning('US Central', -300, 'America/Chicago')]],
  ['MST', [meaning('US Mountain', -420, 'America/Denver')]],
  ['MDT', [meaning('US Mountain', -360, 'America/Denver')]],
  ['PST', [meaning('US Pacific', -480, 'America/Los_Angeles')]],
  ['PDT', [meaning('US Pacific', -420, 'America/Los_Angeles')]],
  ['AKST', [meaning('Alaska', -540, 'America/Anchorage')]],
  ['AKDT', [meaning('Alaska', -480, 'America/Anchorage')]],
  ['HST', [meaning('Hawaii', -600, 'Pacific/Honolulu')]],
  ['NST', [meaning('Newfoundland', -210, 'America/St_Johns')]],
  ['NDT', [meaning('Newfoundland', -150, 'America/St_Johns')]],
  ['AST', [meaning('Atlantic Canada', -240, 'America/Halifax'), meaning('Arabia', 180, 'Asia/Riyadh')]],
  ['ADT', [meaning('Atlantic Canada', -180, 'America/Halifax')]],
  ['WET', [meaning('Western Europe', 0, 'Europe/Lisbon')]],
  ['WEST', [meaning('Western Europe', 60, 'Europe/Lisbon')]],
  ['CET', [meaning('Central Europe', 60, 'Europe/Paris')]],
  ['CEST', [meaning('Central Europe', 120, 'Europe/Paris')]],
  ['EET', [meaning('Eastern Europe', 120, 'Europe/Athens')]],
  ['EEST', [meaning('Eastern Europe', 180, 'Europe/Athens')]],
  ['MSK', [meaning('Moscow', 180, 'Europe/Moscow')]],
  ['TRT', [meaning('Turkey', 180, 'Europe/Istanbul')]],
  ['BST', [meaning('British summer', 60, 'Europe/London'), meaning('Bangladesh', 360, 'Asia/Dhaka')]],
  [
    'IST',
    [
      meaning('India', 330, 'Asia/Kolkata'),
      meaning('Ireland', 60, 'Europe/Dublin'),
      meaning('Israel', 120, 'Asia/Jerusalem'),
    ],
  ],
  ['IDT', [meaning('Israel', 180, 'Asia/Jerusalem')]],
  ['WAT', [meaning('West Africa', 60, 'Africa/Lagos')]],
  ['CAT', [meaning('Central Africa', 120, 'Africa/Maputo')]],
  ['EAT', [meaning('East Africa', 180, 'Africa/Nairobi')]],
  ['SAST', [meaning('South Africa', 120, 'Africa/Johannesburg')]],
  ['GST', [meaning('Gulf', 240, 'Asia/Dubai')]],
  ['IRST', [meaning('Iran', 210, 'Asia/Tehran')]],
  ['PKT', [meaning('Pakistan', 300, 'Asia/Karachi')]],
  ['NPT', [meaning('Nepal', 345, 'Asia/Kathmandu')]],
  ['MMT', [meaning('Myanmar', 390, 'Asia/Yangon')]],
  ['ICT', [meaning('Indochina', 420, 'Asia/Bangkok')]],
  ['WIB', [meaning('Western Indonesia', 420, 'Asia/Jakarta')]],
  ['WITA', [meaning('Central Indonesia', 480, 'Asia/Makassar')]],
  ['SGT', [meaning('Singapore', 480, 'Asia/Singapore')]],
  ['MYT', [meaning('Malaysia', 480, 'Asia/Kuala_Lumpur')]],
  ['PHT', [meaning('Philippines', 480, 'Asia/Manila')]],
  ['HKT', [meaning('Hong Kong', 480, 'Asia/Hong_Kong')]],
  ['JST', [meaning('Japan', 540, 'Asia/Tokyo')]],
  ['KST', [meaning('Korea', 540, 'Asia/Seoul')]],
  ['AWST', [meaning('Western Australia', 480, 'Australia/Perth')]],
  ['ACST', [meaning('Central Australia', 570, 'Australia/Adelaide')]],
  ['ACDT', [meaning('Central Australia', 630, 'Australia/Adelaide')]],
  ['AEST', [meaning('Eastern Australia', 600, 'Australia/Sydney')]],
  ['AEDT', [meaning('Eastern Australia', 660, 'Australia/Sydney')]],
  ['NZST', [meaning('New Zealand', 720, 'Pacific/Auckland')]],
  ['NZDT', [meaning('New Zealand', 780, 'Pacific/Auckland')]],
  ['BRT', [meaning('Brazil', -180, 'America/Sao_Paulo')]],
  ['ART', [meaning('Argentina', -180, 'America/Argentina/Buenos_Aires')]],
  ['CLT', [meaning('Chile', -240, 'America/Santiago')]],
  ['CLST', [meaning('Chile', -180, 'America/Santiago')]],
  ['COT', [meaning('Colombia', -300, 'America/Bogota')]],
  ['PET', [meaning('Peru', -300, 'America/Lima')]],
]);

/** Names that follow the season by themselves. */
export const regions: ReadonlyMap<string, { readonly region: string; readonly place: string }> = new Map([
  ['ET', { region: 'US Eastern', place: 'America/New_York' }],
  ['CT', { region: 'US Central', place: 'America/Chicago' }],
  ['MT', { region: 'US Mountain', place: 'America/Denver' }],
  ['PT', { region: 'US Pacific', place: 'America/Los_Angeles' }],
  ['AKT', { region: 'Alaska', place: 'America/Anchorage' }],
]);

/** What one region calls its clock in winter, in summer and all year round. */
export interface SeasonNames {
  readonly standard: string;
  readonly daylight: string;
  /** `undefined` where the region has no name for both. */
  readonly allYear: string | undefined;
}

const names = (standard: string, daylight: string, allYear?: string): SeasonNames => ({ standard, daylight, allYear });

export const seasonNames: readonly SeasonNames[] = [
  names('EST', 'EDT', 'ET'),
  names('CST', 'CDT', 'CT'),
  names('MST', 'MDT', 'MT'),
  names('PST', 'PDT', 'PT'),
  names('AKST', 'AKDT', 'AKT'),
  names('NST', 'NDT'),
  names('AST', 'ADT'),
  names('WET', 'WEST'),
  names('CET', 'CEST'),
  names('EET', 'EEST'),
  names('GMT', 'BST'),
  names('ACST', 'ACDT'),
  names('AEST', 'AEDT'),
  names('NZST', 'NZDT'),
  names('CLT', 'CLST'),
];

/** Abbreviations that are read in small letters too ("10:00 pst"). The others are words as well: "est", "eat", "cat", "art". */
export const lowerCaseAbbreviations: ReadonlySet<string> = new Set(
  'pst pdt cst cdt edt mst mdt cet cest bst ist jst kst aest aedt sgt sast eest'.split(' '),
);

export interface ZonePhrase {
  /** Lower-case words, blanks and hyphens alike between them. */
  readonly words: readonly string[];
  readonly label: string;
  /** Minutes east of UTC where the phrase says more than its label ("India Standard Time" is only one IST). */
  readonly offset: number | undefined;
  /** A bare word ("Pacific") that must not be followed by the word it belongs to. */
  readonly bare: boolean;
}

const phrase = (words: string, label: string, offset?: number): ZonePhrase => ({
  words: words.split(' '),
  label,
  offset,
  bare: false,
});

function usPhrases(name: string, all: string, standard: string, daylight: string): ZonePhrase[] {
  return [
    phrase(`us ${name} time`, all),
    phrase(`us ${name}`, all),
    phrase(`${name} standard time`, standard),
    phrase(`${name} daylight savings time`, daylight),
    phrase(`${name} daylight saving time`, daylight),
    phrase(`${name} daylight time`, daylight),
    phrase(`${name} time`, all),
    { words: [name], label: all, offset: undefined, bare: true },
  ];
}

/** Zones written out. For one first word the longer phrases stand before the shorter. */
export const zonePhrases: readonly ZonePhrase[] = [
  phrase('central european summer time', 'CEST'),
  phrase('central european standard time', 'CET'),
  phrase('central european time', 'CET'),
  phrase('central africa time', 'CAT'),
  phrase('central african time', 'CAT'),
  phrase('eastern european summer time', 'EEST'),
  phrase('eastern european time', 'EET'),
  phrase('eastern africa time', 'EAT'),
  phrase('eastern african time', 'EAT'),
  ...usPhrases('eastern', 'ET', 'EST', 'EDT'),
  ...usPhrases('central', 'CT', 'CST', 'CDT').map((one) => (one.label === 'CST' ? { ...one, offset: -360 } : one)),
  ...usPhrases('mountain', 'MT', 'MST', 'MDT'),
  ...usPhrases('pacific', 'PT', 'PST', 'PDT'),
  phrase('coordinated universal time', 'UTC'),
  phrase('universal time coordinated', 'UTC'),
  phrase('universal time', 'UTC'),
  phrase('greenwich mean time', 'GMT'),
  phrase('west africa standard time', 'WAT'),
  phrase('west africa time', 'WAT'),
  phrase('west african standard time', 'WAT'),
  phrase('west african time', 'WAT'),
  phrase('east africa time', 'EAT'),
  phrase('east african time', 'EAT'),
  phrase('east africa standard time', 'EAT'),
  phrase('south africa standard time', 'SAST'),
  phrase('south african standard time', 'SAST'),
  phrase('south african time', 'SAST'),
  phrase('british summer time', 'BST', 60),
  phrase('western european summer time', 'WEST'),
  phrase('western european time', 'WET'),
  phrase('indian standard time', 'IST', 330),
  phrase('india standard time', 'IST', 330),
  phrase('irish standard time', 'IST', 60),
  phrase('israel standard time', 'IST', 120),
  phrase('israel daylight time', 'IDT'),
  phrase('japan standard time', 'JST'),
  phrase('japan time', 'JST'),
  phrase('korea standard time', 'KST'),
  phrase('china standard time', 'CST', 480),
  phrase('beijing time', 'CST', 480),
  phrase('singapore time', 'SGT'),
  phrase('hong kong time', 'HKT'),
  phrase('moscow time', 'MSK'),
  phrase('australian eastern standard time', 'AEST'),
  phrase('australian eastern daylight time', 'AEDT'),
  phrase('brasilia time', 'BRT'),
  phrase('brasília time', 'BRT'),
  phrase('horário de brasília', 'BRT'),
  phrase('hora de brasília', 'BRT'),
  phrase('mitteleuropäische sommerzeit', 'CEST'),
  phrase('mitteleuropäische zeit', 'CET'),
  phrase('mesz', 'CEST'),
  phrase('mez', 'CET'),
  phrase('hora peninsular', 'Europe/Madrid'),
  ...[...cityTimes].map(([words, zone]) => phrase(words, zone)),
];

/** Zones in Japanese and Chinese. */
export const signPhrases: readonly {
  readonly text: string;
  readonly label: string;
  readonly offset: number | undefined;
}[] = [
  { text: '日本標準時', label: 'JST', offset: undefined },
  { text: '日本時間', label: 'JST', offset: undefined },
  { text: '北京时间', label: 'CST', offset: 480 },
  { text: '北京時間', label: 'CST', offset: 480 },
  { text: '協定世界時', label: 'UTC', offset: undefined },
  { text: '世界標準時', label: 'UTC', offset: undefined },
];

/** The first part of zone names such as `America/New_York`. */
export const zoneAreas: ReadonlySet<string> = new Set(
  'Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US'.split(
    ' ',
  ),
);
