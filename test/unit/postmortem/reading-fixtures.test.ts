import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import { printPostmortem } from './print-postmortem.ts';

const folder = join(import.meta.dirname, '../../fixtures/reading');
const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.snap'));

function read(text: string, path: string) {
  return createPostmortemReader().read(text, { path, isPostmortem: undefined, zone: undefined });
}

describe('the model of', () => {
  test.each(fixtures)('%s', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    await expect(printPostmortem(read(text, name))).toMatchFileSnapshot(join(folder, `${name}.snap`));
  });
});

describe('the time zone of the machine', () => {
  const zone = process.env.TZ;
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham'])('%s changes nothing', async (name) => {
    process.env.TZ = name;
    for (const fixture of fixtures) {
      const text = readFileSync(join(folder, fixture), 'utf8');
      await expect(printPostmortem(read(text, fixture))).toMatchFileSnapshot(join(folder, `${fixture}.snap`));
    }
  });
});

describe('every fixture', () => {
  test.each(fixtures)('%s reads the same with other line breaks and behind a byte order mark', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const expected = printPostmortem(read(text, name));
    for (const changed of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`]) {
      expect(printPostmortem(read(changed, name))).toBe(expected);
    }
  });

  test.each(fixtures)('%s can be read at every length', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const reader = createPostmortemReader();
    for (let end = 0; end <= text.length; end += 7) {
      const prefix = text.slice(0, end);
      const model = reader.read(prefix, { path: name, isPostmortem: undefined, zone: undefined });
      for (const { span } of [...model.sections, ...model.timelines.flatMap((timeline) => timeline.entries)]) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(prefix.length);
      }
    }
  });
});
