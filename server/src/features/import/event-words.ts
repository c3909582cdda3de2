const longest = 500;

/** What a person wrote, on one line: what would be taken for HTML is escaped. */
export function chatWords(author: string | undefined, text: string): string {
  const words = oneLine(text)
    .replace(/ ?\(edited\)$/i, '')
    .replace(/<(?=[a-z/!?])/gi, '\\<');
  return shortened(author === undefined || author === '' ? words : `${author}: ${words}`);
}

/** What a machine wrote: as code where Markdown would change it. */
export function logWords(text: string): string {
  const words = shortened(oneLine(text));
  if (!/[*_<`[\]\\~]/.test(words)) return words;
  const longestRun = Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${words}${pad}${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shortened(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;
}
