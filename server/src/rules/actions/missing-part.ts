import type { ActionItem } from '../../postmortem/action-item.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { RuleFinding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { headingOver, lacking, openItems, placesOf } from './open-items.ts';

export interface MissingPart {
  readonly part: Extract<keyof ActionItem, 'due' | 'ticket'>;
  /** "due date", behind "has no". */
  readonly name: string;
  readonly advice: string;
  /** Asked for by the user, whatever the form asks. */
  readonly always: boolean;
}

/** One finding for the open items that lack the part. A form that nobody chose asks only where the author gives it for some of the items. */
export function* missingPart(context: RuleContext, { part, name, advice, always }: MissingPart): Iterable<RuleFinding> {
  const { postmortem, profile, chosenProfile } = context;
  if (!always && !profile.actions[part]) return;
  const open = openItems(postmortem);
  const missing = open.filter(
    ({ item }) => item[part] === undefined && !(part === 'ticket' && links(postmortem, item)),
  );
  if (!always && !chosenProfile && missing.length === open.length) return;
  const span = headingOver(postmortem, missing);
  if (span === undefined) return;
  yield {
    span,
    message: `${lacking(missing.length, open.length, name)}. ${advice}`,
    related: placesOf(missing, `no ${name}`),
  };
}

/** Any link is taken for the ticket: trackers have all kinds of addresses. */
function links({ source }: Postmortem, { span }: ActionItem): boolean {
  return /\]\(|https?:\/\//.test(source.slice(span));
}
