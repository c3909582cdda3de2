import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../server/src/markdown/html-entities.ts';

describe('character references', () => {
  it.each([
    ['Q&amp;A', 'Q&A'],
    ['it&#39;s &quot;up&quot;', 'it\'s "up"'],
    ['09:00&ndash;10:00&nbsp;UTC', '09:00–10:00\u00a0UTC'],
    ['&#x1F525; &#128293;', '🔥 🔥'],
    ['caf&eacute; &Uuml;ber &ccedil;a &ntilde; &AElig;', 'café Über ça ñ Æ'],
    ['&#150;', '–'],
    ['&#0; &#xD800; &#9999999;', '\ufffd \ufffd \ufffd'],
  ])('decodes %s', (written, shown) => {
    expect(decodeEntities(written)).toBe(shown);
  });

  it.each([
    'a & b',
    'R&D;',
    '&unheardof;',
    '&zacute',
    '&constructor;',
    '&qgrave;',
    '&;',
    '&#;',
    'plain',
  ])('leaves %s as it is', (written) => {
    expect(decodeEntities(written)).toBe(written);
  });

  it('decodes once only', () => {
    expect(decodeEntities('&amp;lt;')).toBe('&lt;');
  });
});
