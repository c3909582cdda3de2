import { describe, expect, it } from 'vitest';
import { readPageMessage, readPageState } from '../../../client/src/preview/page-messages.ts';

describe('a message of the page', () => {
  it.each([
    { type: 'ready' },
    { type: 'look', part: { width: 640, zoom: 2.5, pan: 120 } },
    { type: 'go', line: 3 },
    { type: 'scrolled', line: 3.5 },
    { type: 'fix', name: '2.0', version: 7 },
    { type: 'open', href: 'notes/a.md' },
    { type: 'command', command: 'lock' },
    { type: 'captured', content: 'data:image/png;base64,AA==' },
  ])('is taken: %j', (message) => {
    expect(readPageMessage(message)).toEqual(message);
  });

  it.each([
    undefined,
    null,
    'ready',
    {},
    { type: 'evil' },
    { type: 'look' },
    { type: 'look', part: { width: 640, zoom: 2.5 } },
    { type: 'look', part: { width: 640, zoom: 1e9, pan: 0 } },
    { type: 'look', part: { width: Number.NaN, zoom: 1, pan: 0 } },
    { type: 'go' },
    { type: 'go', line: '3' },
    { type: 'go', line: -1 },
    { type: 'go', line: Number.NaN },
    { type: 'fix', name: '2.0' },
    { type: 'open', href: 3 },
    { type: 'open', href: 'a'.repeat(5000) },
    { type: 'command', command: 'workbench.action.quit' },
    { type: 'captured', content: 'data:text/html,x' },
  ])('is refused: %j', (message) => {
    expect(readPageMessage(message)).toBeUndefined();
  });

  it('carries nothing that was not asked for', () => {
    expect(readPageMessage({ type: 'go', line: 1, more: 'x' })).toEqual({ type: 'go', line: 1 });
  });
});

describe('the state of a page', () => {
  it('is read', () => {
    expect(readPageState({ uri: 'file:///a.md', locked: true })).toEqual({ uri: 'file:///a.md', locked: true });
    expect(readPageState({ uri: 'file:///a.md' })).toEqual({ uri: 'file:///a.md', locked: false });
    expect(readPageState({ uri: 'file:///a.md', zone: 'UTC' })).toMatchObject({ zone: 'UTC' });
    expect(readPageState({ uri: 'file:///a.md', zone: 3 })).not.toHaveProperty('zone');
  });
  it.each([undefined, null, 'x', {}, { uri: 3 }])('is refused: %j', (state) => {
    expect(readPageState(state)).toBeUndefined();
  });
});
