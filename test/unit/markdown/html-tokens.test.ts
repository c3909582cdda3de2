import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttributes, readHtmlTokens } from '../../../server/src/markdown/html-tokens.ts';

function print(text: string): readonly string[] {
  return readHtmlTokens(text, { start: 0, end: text.length }).map((token) => {
    const name = 'name' in token ? ` ${token.name}` : '';
    return `${token.kind}${name}: ${text.slice(token.span.start, token.span.end)}`;
  });
}

function attributesOf(text: string): Record<string, string> {
  const [tag] = readHtmlTokens(text, { start: 0, end: text.length });
  return tag?.kind === 'open' ? Object.fromEntries(readAttributes(text, tag)) : {};
}

describe('tokens', () => {
  it('tells tags, text, comments and declarations apart', () => {
    expect(print('<!DOCTYPE html><P Class=x>a<br/>b</p ><!-- <p> -->c')).toEqual([
      'declaration: <!DOCTYPE html>',
      'open p: <P Class=x>',
      'text: a',
      'open br: <br/>',
      'text: b',
      'close p: </p >',
      'comment: <!-- <p> -->',
      'text: c',
    ]);
  });

  it('knows that a quoted value may hold what ends a tag', () => {
    expect(print(`<a title="1 > 0" href='<b>'>x`)).toEqual([`open a: <a title="1 > 0" href='<b>'>`, 'text: x']);
  });

  it('closes a tag whose quote is left open at its end', () => {
    expect(print('<a href="x>y</a>')).toEqual(['open a: <a href="x>', 'text: y', 'close a: </a>']);
  });

  it('reads an apostrophe outside a value as a character', () => {
    expect(print("<b don't>x</b>")).toEqual(["open b: <b don't>", 'text: x', 'close b: </b>']);
  });

  it('reads no tags in scripts', () => {
    expect(print('<script>if (a</b/) "<p>"</SCRIPT>x')).toEqual([
      'opaque: <script>if (a</b/) "<p>"</SCRIPT>',
      'text: x',
    ]);
  });

  it.each([
    'a < b',
    '1<2',
    '<-',
    '</ x',
    '<a',
    '<a b',
    '<https://example.org/x>',
    '<me@example.org>',
    '<what happened here>',
  ])('reads %s as text', (text) => {
    expect(print(text)).toEqual([`text: ${text}`]);
  });

  it('covers any text without a gap', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      '/',
      '!',
      '--',
      'a',
      'b ',
      '<p',
      '<script>',
      '</script',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        (text) => {
          const tokens = readHtmlTokens(text, { start: 0, end: text.length });
          expect(tokens.map((token) => text.slice(token.span.start, token.span.end)).join('')).toBe(text);
          for (const token of tokens) expect(token.span.end).toBeGreaterThan(token.span.start);
        },
      ),
    );
  });
});

describe('attributes', () => {
  it('reads values in any quotes and none', () => {
    expect(attributesOf(`<input TYPE=checkbox checked class="a b" title = 'c "d"'/>`)).toEqual({
      type: 'checkbox',
      checked: '',
      class: 'a b',
      title: 'c "d"',
    });
  });

  it('keeps the first of two', () => {
    expect(attributesOf('<p id=a id=b>')).toEqual({ id: 'a' });
  });
});
