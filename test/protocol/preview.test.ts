import { describe, expect, it } from 'vitest';
import {
  type PreviewAnswer,
  type PreviewEdit,
  type PreviewParams,
  previewMethods,
} from '../../server/src/lsp/messages.ts';
import type { Client } from './client.ts';
import { connectInProcess } from './in-process.ts';

const text = `# Checkout was slow

**Date:** 2024-05-14

## Timeline

- 10:00 UTC [start] Payments fail.
- 10:20 UTC [mitigated] Payments go through.
- 10:10 UTC [detected] An alert fires.

## Action items

- [ ] Watch the certificates. Owner: Ada Berg. Due: 2024-06-15.
`;

interface Preview {
  readonly client: Client;
  readonly uri: string;
  ask(known: number | null, part?: PreviewParams['part']): Promise<PreviewAnswer>;
  /** Replaces the first place where the text has these words. */
  replace(words: string, by: string): void;
}

async function preview(content: string): Promise<Preview> {
  const client = await connectInProcess();
  const uri = client.open('postmortem.md', content);
  let version = 1;
  let current = content;
  return {
    client,
    uri,
    ask: (known, part) =>
      client.connection.sendRequest<PreviewAnswer>(previewMethods.preview, { uri, known, ...(part && { part }) }),
    replace(words, by) {
      current = current.replace(words, by);
      client.change(uri, ++version, [{ text: current }]);
    },
  };
}

describe('what a preview is told', () => {
  it('is everything at first, and when the client shows something else', async () => {
    const { ask } = await preview(text);
    for (const known of [null, 77]) {
      const answer = await ask(known);
      expect(answer.since).toBeNull();
      expect(Object.keys(answer.parts).sort()).toEqual(['actions', 'facts', 'head', 'review', 'unplaced']);
      expect(answer.picture?.timelines).toHaveLength(1);
    }
  });

  it('is nothing where nothing changed', async () => {
    const { ask } = await preview(text);
    const first = await ask(null);
    expect(await ask(first.number)).toMatchObject({ since: first.number, parts: {} });
    expect(await ask(first.number + 1)).not.toHaveProperty('picture');
  });

  it('is the part that an edit changes', async () => {
    const { ask, replace } = await preview(text);
    const first = await ask(null);
    replace('Checkout was slow', 'Login was slow');
    const second = await ask(first.number);
    expect(Object.keys(second.parts)).toEqual(['head']);
    expect(second.parts.head).toContain('Login was slow');
    expect(second).not.toHaveProperty('picture');
    replace('Payments fail', 'Logins fail');
    const third = await ask(second.number);
    expect(Object.keys(third.parts)).toEqual(['facts']);
    expect(third.picture?.timelines[0]?.entries[0]?.text).toBe('Logins fail.');
  });

  it('stays small for a long timeline, and exact where it is looked at', async () => {
    const notes = Array.from({ length: 5000 }, (_, i) => `- ${clock(i * 10)} UTC Note ${i} of a long night.`);
    const { ask } = await preview(text.replace(/- 10:00 [\s\S]*fires\./, notes.join('\n')));
    const whole = await ask(null);
    expect(JSON.stringify(whole).length).toBeLessThan(100_000);
    expect(singleEntries(whole)).toBeLessThan(100);
    const near = await ask(whole.number, { width: 800, zoom: 120, pan: 40_000 });
    expect(JSON.stringify(near).length).toBeLessThan(100_000);
    expect(near.parts).toEqual({});
    expect(singleEntries(near)).toBeGreaterThan(40);
  });
});

describe('a button of the review', () => {
  it('does what it says, as long as the document is the one that it was made for', async () => {
    const { client, uri, ask, replace } = await preview(text);
    const { parts, version } = await ask(null);
    const name = /data-fix="([^"]+)">Insert the section “Summary”/.exec(parts.review ?? '')?.[1];
    const press = (): Promise<PreviewEdit[] | null> =>
      client.connection.sendRequest<PreviewEdit[] | null>(previewMethods.fix, { uri, version, name });
    expect((await press())?.map(({ newText }) => newText).join('')).toContain('# Summary');
    replace('Checkout', 'Login');
    expect(await press()).toBeNull();
  });
});

function singleEntries({ picture }: PreviewAnswer): number {
  return picture?.timelines[0]?.entries.filter(({ crowd }) => crowd === undefined).length ?? 0;
}

function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value) % 60).padStart(2, '0');
  return `${two(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
}
