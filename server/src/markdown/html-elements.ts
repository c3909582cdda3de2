/** What an element does to the blocks around it. */
export type ElementRole =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'quote'
  | 'table'
  | 'row'
  | 'cell'
  | 'code'
  | 'flow'
  | 'thematic-break'
  | 'line-break'
  | 'image'
  | 'checkbox'
  | 'skipped'
  | 'inline'
  | 'unknown';

const NAMES: Readonly<Record<Exclude<ElementRole, 'unknown'>, string>> = {
  heading: 'h1 h2 h3 h4 h5 h6',
  paragraph: 'p',
  list: 'ul ol menu dir',
  item: 'li',
  quote: 'blockquote',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  code: 'pre listing',
  flow:
    'html body main article section aside header hgroup div center address figure figcaption details summary ' +
    'dl dt dd form fieldset legend caption thead tbody tfoot colgroup search frameset',
  'thematic-break': 'hr',
  'line-break': 'br',
  image: 'img picture',
  checkbox: 'input',
  skipped:
    'head script style svg nav footer template noscript select button textarea title xmp iframe noembed noframes ' +
    'object video audio canvas map dialog datalist meta link base embed col source track param area frame',
  inline:
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math meter nobr output progress ' +
    'q rp rt ruby s samp small span strike strong sub sup time tt u var wbr blink marquee slot',
};

const ROLES: ReadonlyMap<string, ElementRole> = new Map(
  Object.entries(NAMES).flatMap(([role, names]) => names.split(' ').map((name) => [name, role as ElementRole])),
);

/** Elements whose contents are characters, not markup. */
export const OPAQUE_ELEMENTS: ReadonlySet<string> = new Set(
  'script style title textarea xmp iframe noembed noframes'.split(' '),
);

/** Elements that hold the page as a whole, so that an attribute must not hide them. */
export const PAGE_ELEMENTS: ReadonlySet<string> = new Set('html body main article'.split(' '));

export function roleOf(name: string): ElementRole {
  return ROLES.get(name) ?? 'unknown';
}

/** Whether the element stands in a line of text. */
export function isInline(role: ElementRole): boolean {
  return role === 'inline' || role === 'image' || role === 'checkbox' || role === 'unknown';
}
