import { describe, expect, it } from 'vitest';
import { decodeNamedCharacterReference } from '../../../server/src/markdown/named-reference.ts';

describe('decodeNamedCharacterReference', () => {
  it.each([
    ['amp', '&'],
    ['AMP', '&'],
    ['nbsp', '\u00a0'],
    ['CounterClockwiseContourIntegral', '∳'],
    ['NotEqualTilde', '≂̸'],
    ['fjlig', 'fj'],
  ])('knows %s', (name, character) => {
    expect(decodeNamedCharacterReference(name)).toBe(character);
  });

  it.each(['', 'am', 'ampx', 'AMPx', 'notit', 'constructor', 'toString'])('does not know "%s"', (name) => {
    expect(decodeNamedCharacterReference(name)).toBe(false);
  });
});
