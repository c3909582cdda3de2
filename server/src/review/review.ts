import type { Postmortem } from '../postmortem/postmortem.ts';
import { allProfiles } from '../profiles/all-profiles.ts';
import { chooseProfile } from '../profiles/choose-profile.ts';
import type { Profile } from '../profiles/profile.ts';
import { allRules } from '../rules/all-rules.ts';
import type { Fix, RuleFinding } from '../rules/finding.ts';
import type { DocumentStatus, Rule, RuleContext, Workspace } from '../rules/rule.ts';
import { appendAll } from '../text/append-all.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { applySuppressions } from './apply-suppressions.ts';
import { documentStatus } from './document-status.ts';
import type { Finding } from './finding.ts';
import { frontMatterSettings } from './front-matter-settings.ts';
import { ruleFailed } from './own-findings.ts';
import { lastSaid, optionsOf, profilesOf, type Settings, settingOf } from './settings.ts';
import { findingSeverity, ownSeverity } from './severity.ts';

export interface ReviewOptions {
  /** The places of settings, the one that overrules the others last. The document's front matter comes after them. */
  readonly settings: readonly Settings[];
  /** `undefined`: the time of day is not known, so nothing is late or in the future. */
  readonly now: { readonly epochSeconds: number } | undefined;
  readonly workspace: Workspace;
  /** Left out: all rules of the product. */
  readonly rules?: readonly Rule[];
}

/** A rule that stopped with an error of its own. */
export interface RuleFailure {
  readonly code: string;
  readonly error: string;
}

export interface ReviewResult {
  /** In document order. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
  readonly profile: Profile;
  readonly chosenProfile: boolean;
  /** A profile that the document or a setting names and that does not exist; `undefined` when all is well. */
  readonly unknownProfile: string | undefined;
  readonly status: DocumentStatus;
}

/** Runs the rules over one version of a document. A file that is no postmortem has no findings. */
export function review(postmortem: Postmortem, options: ReviewOptions): ReviewResult {
  const places = [...options.settings, frontMatterSettings(postmortem.frontMatter)];
  const profiles = profilesOf(allProfiles, places);
  const { profile, chosen, unknownName } = chooseProfile(postmortem, profiles, lastSaid('profile', places));
  const status = documentStatus(postmortem);
  const result = { profile, chosenProfile: chosen, unknownProfile: unknownName, status };
  if (!postmortem.verdict.postmortem) return { ...result, findings: [], failures: [] };
  const context: RuleContext = {
    postmortem,
    profile,
    chosenProfile: chosen,
    status,
    now: options.now,
    options: {},
    public: lastSaid('public', places) ?? false,
    workspace: options.workspace,
  };
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const idle = new Set<string>();
  for (const rule of options.rules ?? allRules) {
    try {
      const found = findingsOf(rule, context, places);
      if (found) appendAll(findings, found);
      else idle.add(rule.code);
    } catch (error) {
      failures.push({ code: rule.code, error: error instanceof Error ? error.message : String(error) });
    }
  }
  const failed = failures.map(({ code }) => code);
  const kept = applySuppressions(postmortem, findings, places, new Set([...idle, ...failed]));
  if (failed.length > 0) kept.push(failureFinding(postmortem, failed));
  return { ...result, findings: kept.sort(inDocumentOrder), failures };
}

/** `undefined`: the rule is switched off. */
function findingsOf(rule: Rule, shared: RuleContext, places: readonly Settings[]): readonly Finding[] | undefined {
  const setting = settingOf(rule.code, places);
  const own = ownSeverity(rule, shared.status, shared.public);
  if ((setting.severity ?? own) === 'off') return undefined;
  const findings: Finding[] = [];
  const context = rule.options ? { ...shared, options: optionsOf(rule, setting) } : shared;
  for (const found of rule.find(context)) {
    const severity = findingSeverity(own, setting.severity, found.severity);
    if (severity === 'off') continue;
    assertInside(found, shared.postmortem.source.text.length);
    findings.push({
      code: rule.code,
      severity,
      span: found.span,
      message: found.message,
      related: found.related ?? [],
      fixes: (found.fixes ?? []).map((fix) => inStyleOf(shared.postmortem, fix)),
      tag: found.tag,
    });
  }
  return findings;
}

function assertInside(found: RuleFinding, length: number): void {
  const spans: readonly Span[] = [
    found.span,
    ...(found.related ?? []).map((place) => place.span),
    ...(found.fixes ?? []).flatMap((fix) => fix.edits.map((edit) => edit.span)),
  ];
  for (const { start, end } of spans) {
    if (!(start >= 0 && start <= end && end <= length))
      throw new RangeError(`span ${start}–${end} is not in the document`);
  }
}

const byteOrderMark = '\uFEFF';

/** Rules write `\n`; the document keeps its own line breaks and its byte order mark. */
function inStyleOf({ source }: Postmortem, fix: Fix): Fix {
  const marked = source.text.startsWith(byteOrderMark);
  if (source.lineBreak === '\n' && !marked) return fix;
  const edits = fix.edits.map(
    ({ span, text }): Edit => ({
      span: marked && span.start === 0 ? { start: 1, end: Math.max(1, span.end) } : span,
      text: source.lineBreak === '\n' ? text : text.replace(/\r\n|\n|\r/g, source.lineBreak),
    }),
  );
  return { ...fix, edits };
}

function failureFinding(postmortem: Postmortem, codes: readonly string[]): Finding {
  const span = postmortem.title?.textSpan ?? postmortem.source.lineSpan(0);
  const rules = codes.length === 1 ? `The rule ${codes[0]}` : `The rules ${codes.join(', ')}`;
  return {
    code: ruleFailed.code,
    severity: 'hint',
    span,
    message: `${rules} could not be run on this document. All other rules were.`,
    related: [],
    fixes: [],
    tag: undefined,
  };
}

function inDocumentOrder(a: Finding, b: Finding): number {
  if (a.span.start !== b.span.start) return a.span.start - b.span.start;
  if (a.span.end !== b.span.end) return a.span.end - b.span.end;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
