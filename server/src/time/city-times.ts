/** Cities whose clock people speak of: the zone, then their names in English, French, Spanish, Portuguese and German. */
const cities: readonly (readonly [zone: string, ...names: (string | undefined)[]])[] = [
  ['Europe/London', 'london', 'londres', 'londres', 'londres', 'londoner'],
  ['Europe/Dublin', 'dublin', 'dublin', 'dublín', 'dublin', 'dubliner'],
  ['Europe/Lisbon', 'lisbon', 'lisbonne', 'lisboa', 'lisboa', 'lissabonner'],
  ['Europe/Madrid', 'madrid', 'madrid', 'madrid', 'madri', 'madrider'],
  ['Europe/Paris', 'paris', 'paris', 'parís', 'paris', 'pariser'],
  ['Europe/Brussels', 'brussels', 'bruxelles', 'bruselas', 'bruxelas', 'brüsseler'],
  ['Europe/Amsterdam', 'amsterdam', 'amsterdam', 'ámsterdam', 'amsterdã', 'amsterdamer'],
  ['Europe/Berlin', 'berlin', 'berlin', 'berlín', 'berlim', 'berliner'],
  ['Europe/Zurich', 'zurich', 'zurich', 'zúrich', 'zurique', 'zürcher'],
  ['Europe/Zurich', 'zürich'],
  ['Europe/Vienna', 'vienna', 'vienne', 'viena', 'viena', 'wiener'],
  ['Europe/Stockholm', 'stockholm', 'stockholm', 'estocolmo', 'estocolmo', 'stockholmer'],
  ['Asia/Tokyo', 'tokyo', 'tokyo', 'tokio', 'tóquio', 'tokioter'],
  ['Australia/Sydney', 'sydney', 'sydney', 'sídney', 'sydney'],
  ['America/New_York', 'new york', 'new york', 'nueva york', 'nova york', 'new yorker'],
  ['America/Toronto', 'toronto', 'toronto', 'toronto', 'toronto'],
  ['America/Montreal', 'montreal', 'montréal'],
  ['America/Los_Angeles', 'san francisco'],
  ['America/Los_Angeles', 'seattle'],
  ['America/Mexico_City', 'mexico city', 'mexico', 'ciudad de méxico', 'cidade do méxico'],
  ['America/Bogota', 'bogota', 'bogota', 'bogotá', 'bogotá'],
  ['America/Lima', 'lima', 'lima', 'lima', 'lima'],
  ['America/Santiago', undefined, 'santiago', 'chile', 'santiago'],
  ['America/Argentina/Buenos_Aires', 'buenos aires', 'buenos aires', 'buenos aires', 'buenos aires'],
  ['America/Sao_Paulo', 'sao paulo', 'são paulo', 'são paulo', 'são paulo'],
  ['America/Sao_Paulo', 'são paulo'],
];

/** In the order of the names. */
const languages: readonly (readonly ((name: string) => string)[])[] = [
  [(name) => `${name} time`],
  [(name) => `heure de ${name}`],
  [(name) => `hora de ${name}`],
  [(name) => `hora de ${name}`, (name) => `horário de ${name}`],
  [(name) => `${name} zeit`],
];

/** What people write for the clock of a city, in small letters, with the name of the zone. */
export const cityTimes: ReadonlyMap<string, string> = new Map(
  cities.flatMap(([zone, ...names]) =>
    names.flatMap((name, language) =>
      name === undefined ? [] : (languages[language] ?? []).map((write) => [write(name), zone] as const),
    ),
  ),
);
