import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { lackingText, soundText, workplace } from './run-cli.ts';

// The schema names draft 4 and uses nothing that draft 7 reads otherwise.
const { $schema: _, id: __, ...rules } = schema;
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
  rules,
);

async function sarifOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<unknown> {
  using place = workplace(files);
  return JSON.parse((await place.cli(['check', ...Object.keys(files), '--format', 'sarif'])).out);
}

describe('SARIF', () => {
  test('the schema refuses what is none', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
  });

  test.each([
    ['findings with repairs', { 'a b.md': lackingText }],
    ['nothing found', { 'a.md': soundText }],
    ['what cannot be read', { 'a.md': soundText, 'b.md': Uint8Array.of(1, 0, 2) }],
  ])('of %s is valid', async (_name, files) => {
    const log = await sarifOf(files);
    isSarif(log);
    expect(isSarif.errors).toBe(null);
  });

  test('names the rule, the place and the repair', async () => {
    const log = await sarifOf({ 'a b.md': lackingText });
    expect(log).toMatchObject({
      runs: [
        {
          columnKind: 'utf16CodeUnits',
          results: expect.arrayContaining([
            expect.objectContaining({
              ruleId: 'structure/missing-section',
              level: 'warning',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'a%20b.md' },
                    region: { startLine: 1, startColumn: 3, endLine: 1, endColumn: 37 },
                  },
                },
              ],
              fixes: [expect.objectContaining({ description: { text: 'Insert the section “Root cause”' } })],
            }),
          ]),
        },
      ],
    });
  });
});
