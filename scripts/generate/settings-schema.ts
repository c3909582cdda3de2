import { sectionKinds } from '../../server/src/postmortem/section.ts';
import { phases } from '../../server/src/postmortem/timeline.ts';
import { allProfiles } from '../../server/src/profiles/all-profiles.ts';
import { ownFindings } from '../../server/src/review/own-findings.ts';
import { askableFacts } from '../../server/src/review/read-profile.ts';
import { severities } from '../../server/src/review/read-settings.ts';
import { allRules } from '../../server/src/rules/all-rules.ts';
import { areaOf, type RuleOption } from '../../server/src/rules/rule.ts';

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: 'string', description });
const texts = (description: string): Schema => ({ type: 'array', items: { type: 'string' }, description });
const flag = (description: string): Schema => ({ type: 'boolean', description });
const table = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  ...more,
  properties,
});

const described = [...allRules, ...ownFindings];

/** All areas in the order of the rules. */
export const areas: readonly string[] = [...new Set(described.map((rule) => areaOf(rule.code)))];

/** The JSON schema of `.postmortem.yaml` and `.postmortem.json`. */
export function settingsFileSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Postmortem settings',
    description: 'Settings of the folder in which the file stands and of all folders below.',
    ...table({
      $schema: { type: 'string' },
      profile: {
        anyOf: [{ enum: ['auto', ...allProfiles.map((profile) => profile.name)] }, { type: 'string' }],
        description:
          'The form of postmortem to hold documents against; auto takes the one that fits the headings best.',
      },
      profiles: { type: 'array', items: profileSchema(), description: 'Forms of your own.' },
      zone: text('Time zone of documents that name none: UTC, +02:00 or Europe/Berlin.'),
      public: flag('Whether the documents are read outside the organisation: personal data then weighs more.'),
      files: table(
        {
          include: texts('Globs of files that are postmortems whatever they contain.'),
          exclude: texts('Globs of files that are none. Wins over include.'),
        },
        { description: 'Paths are counted from the folder of this file.' },
      ),
      rules: table(ruleProperties(), { description: 'Severity and options by rule, severity by area.' }),
    }),
    definitions: { severity: { enum: severities } },
  };
}

const severityReference: Schema = { $ref: '#/definitions/severity' };

function ruleProperties(): Readonly<Record<string, Schema>> {
  const ofAreas = areas.map((area) => [area, { ...severityReference, description: `All rules of ${area}.` }] as const);
  const ofRules = described.map((rule) => {
    const options = 'options' in rule && rule.options ? rule.options : {};
    const properties = Object.entries(options).map(([name, option]) => [name, optionSchema(option)] as const);
    const description = `${rule.what} Default: ${rule.severity}.`;
    const asTable = table({ severity: severityReference, ...Object.fromEntries(properties) });
    return [rule.code, { anyOf: [severityReference, asTable], description }] as const;
  });
  return Object.fromEntries([...ofAreas, ...ofRules]);
}

function optionSchema(option: RuleOption): Schema {
  const common = { description: option.description, default: option.default };
  switch (option.type) {
    case 'integer':
      return { type: 'integer', ...(option.minimum !== undefined && { minimum: option.minimum }), ...common };
    case 'boolean':
    case 'string':
      return { type: option.type, ...common };
    case 'string-list':
      return { type: 'array', items: { type: 'string' }, ...common };
  }
}

function profileSchema(): Schema {
  const kind = { enum: sectionKinds, default: 'other', description: 'What the section is about.' };
  const label = table(
    { kind, label: text('The words of the label.'), guidance: text('What the author writes there.') },
    { required: ['label'] },
  );
  const section = table(
    {
      kind,
      heading: text('The heading that a repair inserts.'),
      names: texts('More headings that count.'),
      required: { ...flag('Whether its absence is reported.'), default: true },
      label: { ...flag('Whether a label with its text on the same line is enough.'), default: false },
      guidance: text('What the author writes there.'),
      labels: { type: 'array', items: { anyOf: [{ type: 'string' }, label] } },
    },
    { required: ['heading'] },
  );
  return table(
    {
      name: text('The name by which settings and documents choose it.'),
      title: text('The name that people see.'),
      description: text('Whose form it is.'),
      sections: {
        type: 'array',
        items: { anyOf: [{ type: 'string' }, section] },
        description: 'In order. A text alone is the heading of a required section.',
      },
      facts: { type: 'array', items: { enum: askableFacts }, description: 'Facts that are stated about the incident.' },
      phases: { type: 'array', items: { enum: phases }, description: 'Phases that the timeline marks.' },
      actions: table({
        owner: flag('Each action item has an owner.'),
        due: flag('Each action item has a date.'),
        ticket: flag('Each action item has a ticket.'),
      }),
      limits: table({
        publishedWithinDays: {
          type: 'integer',
          minimum: 0,
          description: 'Days from the end of the incident to publication.',
        },
      }),
    },
    { required: ['name', 'sections'] },
  );
}

/** The value of the editor's setting `postmortem.rules`: short, because the manifest holds it. */
export function editorRulesSchema(): Schema {
  return {
    propertyNames: {
      enum: [...areas, ...described.map((rule) => rule.code)],
      enumDescriptions: [...areas.map((area) => `All rules of ${area}`), ...described.map((rule) => rule.title)],
    },
    additionalProperties: {
      anyOf: [{ enum: severities }, { type: 'object', properties: { severity: { enum: severities } } }],
    },
  };
}
