import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Example } from './example.ts';
import type { RuleFinding, Severity } from './finding.ts';

export type RuleSeverity = Severity | 'off';

/** Whether the author still works on the document; from its status fact. */
export type DocumentStatus = 'draft' | 'final' | 'unknown';

/** One option of a rule: enough to check a setting, to write its schema and to document it. */
export type RuleOption =
  | { readonly type: 'integer'; readonly default: number; readonly minimum?: number; readonly description: string }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'string'; readonly default: string; readonly description: string }
  | { readonly type: 'string-list'; readonly default: readonly string[]; readonly description: string };

export type RuleOptions = Readonly<Record<string, RuleOption>>;

interface OptionTypes {
  readonly integer: number;
  readonly boolean: boolean;
  readonly string: string;
  readonly 'string-list': readonly string[];
}

export type OptionValues<Options extends RuleOptions> = {
  readonly [Name in keyof Options]: OptionTypes[Options[Name]['type']];
};

/** Everything a rule may look at. There is no clock, no file system and no setting besides. */
export interface RuleContext<Options extends RuleOptions = RuleOptions> {
  readonly postmortem: Postmortem;
  /** The form the document is held against. */
  readonly profile: Profile;
  /** Whether the author or a setting named the profile; otherwise it is only the best fit of the headings. */
  readonly chosenProfile: boolean;
  readonly status: DocumentStatus;
  /** `undefined`: the time of day is not known, so nothing is late or in the future. */
  readonly now: { readonly epochSeconds: number } | undefined;
  readonly options: OptionValues<Options>;
  /** Whether the document is read outside the organisation. */
  readonly public: boolean;
  readonly workspace: Workspace;
}

export interface Workspace {
  /** `path` is relative to the document, decoded, without query and fragment. `undefined`: cannot be told. */
  fileExists(path: string): boolean | undefined;
}

export interface RuleExamples {
  /** Gives exactly one finding of the rule and none of another rule that is a warning or an error. */
  readonly bad: Example;
  /** Codes of other rules that may speak about the bad example as well. */
  readonly badAlsoFinds?: readonly string[];
  /** Gives no finding of the rule. Where the rule has a fix, it is what the fix makes of `bad`, if that can be foreseen. */
  readonly good: Example;
  /** Seen in real documents, looks like a defect and is none: gives no finding of the rule. */
  readonly nearMisses: readonly Example[];
  /** More documents that give exactly one finding of the rule. Not printed in its page. */
  readonly alsoBad?: readonly Example[];
}

/** A rule is data and one pure function. Its code is its path: `server/src/rules/<code>.ts`. */
export interface Rule<Options extends RuleOptions = RuleOptions> {
  readonly code: string;
  /** A few words without a full stop, for lists. */
  readonly title: string;
  readonly severity: RuleSeverity;
  /** Where the severity depends on the document; a severity set by the user wins over both. */
  readonly severityWhen?: {
    readonly draft?: RuleSeverity;
    readonly final?: RuleSeverity;
    readonly public?: RuleSeverity;
  };
  /** What it finds. One or two sentences; these three texts are the rule's page. */
  readonly what: string;
  /** Why that hurts a reader. */
  readonly why: string;
  /** What the author does about it. */
  readonly how: string;
  /** Left out where nothing can be set. */
  readonly options?: Options;
  /** Whether its fixes change no meaning (`safe`, applied by *fix all*) or need a look (`unsafe`). Left out where it has none. */
  readonly fix?: 'safe' | 'unsafe';
  readonly examples: RuleExamples;
  find(context: RuleContext<Options>): Iterable<RuleFinding>;
}

/** Checks the types of a rule's options against its use of them. */
export function defineRule<const Options extends RuleOptions>(rule: Rule<Options>): Rule {
  return rule;
}

/** `timeline` of `timeline/out-of-order`. */
export function areaOf(code: string): string {
  return code.slice(0, Math.max(0, code.indexOf('/')));
}
