import type { SectionKind } from '../../postmortem/section.ts';

/** Words of a template or a task to the author. Nobody writes them about an incident. */
export const guidancePhrases: readonly RegExp[] = [
  /\byour (?:own )?(?:post-?\s?mortem|audience|incident report|readers)\b/i,
  /\bget people to read\b/i,
  /\b(?:what|that) (?:the )?executives (?:will|would) read\b/i,
  /\b(?:format|written|must be|should be)(?: as| in)? (?:a )?bullet ?points?\b/i,
  /\bmust (?:contain|include|cover)\s*:?\s*$/i,
  /\b(?:keep|make) (?:it|this|them|each|sentences|entries) (?:short|brief|concise)\b/i,
  /\b(?:in|no more than|up to|at most|about) \d+(?:\s?(?:-|–|to|or)\s?\d+)? (?:sentences|words|paragraphs)\b/i,
  /\b\d+\s?(?:-|–|to|or)\s?\d+ sentences\b/i,
  /\bthis section (?:should|must|needs to|is (?:for|where|meant)|can be (?:deleted|removed|skipped))\b/i,
  /\b(?:delete|remove) (?:this|these) (?:section|lines?|text|paragraph|instructions?|comments?|block) (?:if|when|before|once|after)\b/i,
  /\b(?:fill|replace) (?:in |out )?this (?:section|text|template|table|part)\b/i,
  /\bthis template\b/i,
  /\bsample (?:sub-?)?headings?\b/i,
  /\b(?:repeat|add more|add sections?) as (?:needed|required|necessary)\b/i,
  /\bif (?:you|there) (?:have|are|were) any\b.{0,60}\b(?:list|include|add|put) (?:them|it)\b/i,
];

/** What a sentence opens with that tells the author what to write there. */
export const guidanceOpening =
  /^(?:please |briefly |shortly |concisely |clearly |in detail,? )*(?:(?:describe|explain|summari[sz]e|outline|quantify|elaborate on|specify|mention|document) (?:the|how|what|why|when|where|who|which|any|all|in|briefly|each|every|whether|your|a|exactly)\b|(?:provide|give|write|include|add|insert) (?:an? )?(?:brief|short|concise|detailed|quick|clear|high[- ]level|one[- ]paragraph|few|summary of (?:the|what|how)|play-by-play|overview of (?:the|what|how)|description of (?:the|what|how))\b|list (?:of things that|out the|here|the (?:steps|things|actions|people|services|customers|events|key|most))\b)/i;

/** Sections in which such a sentence can be an action or an event of its own. */
export const actingSections: ReadonlySet<SectionKind> = new Set([
  'actions',
  'timeline',
  'lessons',
  'resolution',
  'other',
  'appendix',
]);
