import type { Rule } from './rule.ts';
import { missingSection } from './structure/missing-section.ts';

/** Every rule in the order of its page. Codes are interface: a rule that goes away keeps its line here as a comment. */
export const allRules: readonly Rule[] = [missingSection];
