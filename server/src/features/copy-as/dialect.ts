/** What a place that takes pasted text calls the parts of a document. */
export interface Dialect {
  heading(level: number, text: string): string;
  strong(text: string): string;
  emphasis(text: string): string;
  struck(text: string): string;
  code(text: string): string;
  link(label: string, target: string): string;
  image(label: string, target: string): string;
  /** What may not be read as markup. */
  escape(text: string): string;
  codeBlock(text: string, language: string): string;
  quote(text: string): string;
  /** `depth` is 0 for the outermost list. */
  item(text: string, depth: number, number: number | undefined): string;
  task(done: boolean): string;
  table(header: readonly string[], rows: readonly (readonly string[])[]): string;
  readonly rule: string;
  /** Between the lines of one paragraph. */
  readonly softBreak: string;
}

function indented(text: string, depth: number): string {
  return '    '.repeat(depth) + text;
}

function bullet(number: number | undefined, sign: string): string {
  return number === undefined ? sign : `${number}.`;
}

/** A table as lines that name each value, for places that have none. */
function asItems(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  sign: string,
  strong: (text: string) => string,
): string {
  return rows
    .map(([first = '', ...rest]) => {
      const said = rest.flatMap((cell, i) =>
        cell === '' ? [] : [rest.length === 1 ? cell : `${header[i + 1] ?? ''}: ${cell}`],
      );
      return `${sign} ${first === '' ? '' : `${strong(first)} `}${said.join(', ')}`.trimEnd();
    })
    .join('\n');
}

/** Slack's own markup, mrkdwn. */
export const slack: Dialect = {
  heading: (_, text) => `*${text.replace(/^\*|\*$/g, '')}*`,
  strong: (text) => `*${text}*`,
  emphasis: (text) => `_${text}_`,
  struck: (text) => `~${text}~`,
  code: (text) => `\`${text}\``,
  link: (label, target) => (label === target ? target : `${label} (${target})`),
  image: (label, target) => (label === '' ? target : `${label} (${target})`),
  escape: (text) => text,
  codeBlock: (text) => `\`\`\`\n${text}\n\`\`\``,
  quote: (text) => text.replace(/^/gm, '> '),
  item: (text, depth, number) => indented(`${bullet(number, '•')} ${text}`, depth),
  task: (done) => (done ? '☑ ' : '☐ '),
  table: (header, rows) => asItems(header, rows, '•', slackStrong),
  rule: '———',
  softBreak: ' ',
};

function slackStrong(text: string): string {
  return /^[*`]/.test(text) ? text : `*${text}*`;
}

export const plain: Dialect = {
  heading: (level, text) =>
    level === 1
      ? `${text}\n${'='.repeat(Math.min(72, text.length))}`
      : `${text}\n${'-'.repeat(Math.min(72, text.length))}`,
  strong: (text) => text,
  emphasis: (text) => text,
  struck: (text) => text,
  code: (text) => text,
  link: (label, target) => (label === target || label === '' ? target : `${label} <${target}>`),
  image: (label, target) => (label === '' ? target : `${label} <${target}>`),
  escape: (text) => text,
  codeBlock: (text) => text.replace(/^/gm, '    '),
  quote: (text) => text.replace(/^/gm, '> '),
  item: (text, depth, number) => indented(`${bullet(number, '-')} ${text}`, depth),
  task: (done) => (done ? '[x] ' : '[ ] '),
  table: plainTable,
  rule: '-'.repeat(40),
  softBreak: ' ',
};

/** Columns one below the other; the last one is not filled up. */
function plainTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    header
      .map((_, i) => {
        const cell = row[i] ?? '';
        return i === header.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - [...cell].length);
      })
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}

/** The wiki markup that Confluence takes under *Insert markup* and on paste. */
export const confluence: Dialect = {
  heading: (level, text) => `h${level}. ${text}`,
  strong: (text) => `*${text}*`,
  emphasis: (text) => `_${text}_`,
  struck: (text) => `-${text}-`,
  code: (text) => `{{${text.replace(/[{}]/g, '\\$&')}}}`,
  link: (label, target) => (label === target || label === '' ? `[${target}]` : `[${label}|${target}]`),
  image: (_, target) => `!${target}!`,
  escape: (text) => text.replace(/[{}[\]]/g, '\\$&').replace(/(^|\s)([*_+^~-])(?=\S)/g, '$1\\$2'),
  codeBlock: (text, language) => `{code${language === '' ? '' : `:${language}`}}\n${text}\n{code}`,
  quote: (text) => `{quote}\n${text}\n{quote}`,
  item: (text, depth, number) => `${(number === undefined ? '*' : '#').repeat(depth + 1)} ${text}`,
  task: (done) => (done ? '(/) ' : '(x) '),
  table: (header, rows) =>
    [
      `||${header.map(cellText).join('||')}||`,
      ...rows.map((row) => `|${header.map((_, i) => cellText(row[i] ?? '')).join('|')}|`),
    ].join('\n'),
  rule: '----',
  softBreak: ' ',
};

/** An empty cell needs a blank; a bar would end it. */
function cellText(text: string): string {
  // The bar between label and target of a link stays.
  const escaped = text.replace(/\[[^\]\n]{0,500}\]|\|/g, (found) => (found === '|' ? '\\|' : found));
  return escaped === '' ? ' ' : escaped;
}

/** The Markdown that Statuspage shows: no tables, no boxes, no HTML. */
export const statuspage: Dialect = {
  heading: (level, text) => `${'#'.repeat(level)} ${text}`,
  strong: (text) => `**${text}**`,
  emphasis: (text) => `*${text}*`,
  struck: (text) => `~~${text}~~`,
  code: (text) => `\`${text}\``,
  link: (label, target) => (label === target ? target : `[${label}](${target})`),
  image: (label, target) => `![${label}](${target})`,
  escape: (text) => text,
  codeBlock: (text, language) => `\`\`\`${language}\n${text}\n\`\`\``,
  quote: (text) => text.replace(/^/gm, '> '),
  item: (text, depth, number) => indented(`${bullet(number, '-')} ${text}`, depth),
  task: (done) => (done ? 'Done: ' : ''),
  table: (header, rows) => asItems(header, rows, '-', statuspageStrong),
  rule: '---',
  softBreak: '\n',
};

function statuspageStrong(text: string): string {
  return text.startsWith('**') ? text : `**${text}**`;
}
