import { describe, expect, test } from 'vitest';
import { findMojibake } from '../../../server/src/text/mojibake.ts';

function repaired(text: string): string {
  let result = text;
  for (const { span, repaired } of [...findMojibake(text)].reverse())
    result = result.slice(0, span.start) + repaired + result.slice(span.end);
  return result;
}

/** UTF-8 read as windows-1252: each byte from 0x80 to 0x9F has a character of its own or stays a control. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
function garbled(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) =>
    byte >= 0x80 && byte < 0xa0 ? high.charAt(byte - 0x80) : String.fromCharCode(byte),
  ).join('');
}

describe('text that was read as windows-1252', () => {
  const samples = [
    'it’s',
    'naïve café',
    '“quoted” – dash',
    '😀 done',
    '✅ → next',
    'Größe',
    'a\u00a0b',
    'Москва',
    '復旧しました',
  ];

  test.each(samples)('once: %s', (text) => expect(repaired(garbled(text))).toBe(text));
  test.each(samples)('twice: %s', (text) => expect(repaired(garbled(garbled(text)))).toBe(text));
  test.each(samples.slice(0, 6))('three times: %s', (text) =>
    expect(repaired(garbled(garbled(garbled(text))))).toBe(text));
});

test('text that was read as Mac OS Roman', () => {
  expect(repaired('the gateway‚Äôs certificate ‚Äì expired')).toBe('the gateway’s certificate – expired');
});

test('a closing quote whose last byte was lost', () => {
  expect(repaired('â€œdownâ€ for all')).toBe('“down” for all');
});

test.each([
  'the “CAFÉ” and «CAFÉ»',
  'MENÜ“ und „ÄRGER“',
  'São Paulo, AVIÃO, “AMANHÃ”',
  'Ñandú, Œuvre, naïve, 21 °C, ½, § 4',
  'Москва and Київ',
  '障害対応「復旧」',
])('is no mistake: %s', (text) => expect(findMojibake(text)).toEqual([]));

test('the place holds only what is repaired', () => {
  expect(findMojibake('日本語itâ€™s日本語')).toEqual([{ span: { start: 5, end: 8 }, repaired: '’' }]);
});
