import { describe, expect, test } from 'vitest';
import { allProfiles } from '../../../server/src/profiles/all-profiles.ts';
import { chooseProfile } from '../../../server/src/profiles/choose-profile.ts';
import { minimal } from '../../../server/src/profiles/minimal.ts';
import { readPostmortem } from '../rules/run-example.ts';

function chosenFor(text: string, named?: string): string {
  const { profile, chosen } = chooseProfile(readPostmortem(text), allProfiles, named);
  return `${profile.name}${chosen ? ' (chosen)' : ''}`;
}

describe('chooseProfile', () => {
  test.each(
    allProfiles.map((profile) => [profile.name, profile] as const),
  )('the headings of %s fit it best', (name, profile) => {
    const required = profile.sections.filter((section) => section.required);
    const text = `# Search was down\n\n${required.map((section) => `## ${section.heading}\n\nText.\n`).join('\n')}`;
    expect(chosenFor(text)).toBe(name);
  });

  test('headings that follow no form are held against the least', () => {
    expect(chosenFor('# Search was down\n\n## Prologue\n\nText.\n\n## Epilogue\n\nText.\n')).toBe('minimal');
  });

  test('a setting chooses', () => {
    expect(chosenFor('# Search was down\n', 'AWS-COE')).toBe('aws-coe (chosen)');
  });

  test('front matter overrules a setting', () => {
    expect(chosenFor('---\nprofile: azure\n---\n\n# Search was down\n', 'alx')).toBe('azure (chosen)');
  });

  test('auto is no name', () => {
    expect(chosenFor('# Search was down\n', 'auto')).toBe('minimal');
  });

  test('an unknown name is told and nothing is taken for chosen', () => {
    const result = chooseProfile(readPostmortem('# Search was down\n'), allProfiles, 'gogle-sre');
    expect(result).toEqual({ profile: minimal, chosen: false, unknownName: 'gogle-sre' });
  });
});

describe('profiles', () => {
  test('names are unique', () => {
    const names = allProfiles.map((profile) => profile.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(
    allProfiles.map((profile) => [profile.name, profile] as const),
  )('%s has what every postmortem needs', (_, profile) => {
    const kinds = profile.sections.map((section) => section.kind);
    expect(kinds).toEqual(expect.arrayContaining(['summary', 'timeline', 'cause', 'actions']));
  });

  test.each(
    allProfiles.map((profile) => [profile.name, profile] as const),
  )('names of %s are lower case and its guidance is sentences', (_, profile) => {
    for (const section of profile.sections) {
      for (const name of section.names) expect(name).toBe(name.toLowerCase());
      expect(section.guidance).toMatch(/^[A-Z].*[.?]$/);
    }
  });
});
