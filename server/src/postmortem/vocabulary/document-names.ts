/** Words in a title, file name or folder that name a postmortem. */
export const postmortemWords =
  /post[\s_-]?mortems?|postmoterm|incident[\s_-]?(?:report|review|analysis|retrospective|summary)|\bincident\b|\boutages?\b|\bcoe\b|correction of error|\brca\b|root cause analysis|after[\s-]action|downtime|disruption|\b(?:exploit|hack|breach|compromised?|phishing)\b|retrospectiva de incidente|informe de(?:l)? incidente|relatório de incidente|rapport d['’]incident|störungsbericht|vorfallbericht|incidente|ポストモーテム|障害報告|インシデント|障害|事故报告|事後報告|复盘|故障报告|故障|事故/i;

/** File and folder names that hold postmortems. */
export const postmortemPaths =
  /(?:^|[\s/_.-])(?:post[\s_-]?mortems?|incidents?|outages?|incident[_-]reports?|coes?|rca|pm-?\d{4})(?:$|[\s/_.\d-])/i;

/** Documents that speak of postmortems without being one. */
export const otherDocuments =
  /\b(?:template|runbook|run book|playbook|change ?log|release notes|guide(?:lines?)?|handbook|how[\s-]to|best practices|policy|process(?:es)?|procedures?|checklist|cheat ?sheet|tutorial|example of|instructions?|training|glossary|index of|list of|collection of|archive of|awesome|contributing|code of conduct|roadmap|faq|meeting notes|meeting|agenda|stand-?up|weekly sync|work ?log|journal|proposal|rfc|adr|advisory|ghsa-[\w-]+|game ?day|drill|maintenance window|scheduled maintenance|planned maintenance|case study|interview|(?:slo|sla|status|monthly|weekly|quarterly|annual) report|newsletter|lessons from|what (?:i|we) learn(?:ed|t))\b|^(?:post[\s-]?mortems|incidents|outages|incident reports)$|^(?:readme|changelog)$|手順書|テンプレート|ガイド|模板|指南|plantilla|modelo|guía|guia|modèle|vorlage|leitfaden/i;

/** Titles of texts about postmortems as such, however much they look like one by their example. */
export const aboutPostmortems =
  /\bhow (?:to|we|i|they|you)\b.*\b(?:post[\s-]?mortems?|retrospectives?|incidents|rcas?)\b|\b(?:writing|running|conducting|reading|learn(?:ed|ing|t) from|introduction to|guide to|culture of|why we (?:do|write)|what (?:is|are)) .*\bpost[\s-]?mortems?\b|\bpost[\s-]?mortems? (?:guide(?:lines?)?|process|policy|handbook|checklist|culture|best practices|format|meeting|philosophy)\b|ポストモーテムの書き方|复盘(?:指南|规范|流程)/i;

/** Values of a front matter key `type`, `kind`, `layout` or `category` that name a postmortem. */
export const postmortemTypes = /^(?:post-?mortem|incident(?:[\s-]?report)?|outage|coe|rca)s?$/i;

/** File names that are about a folder, not about an incident. */
export const folderDocuments =
  /(?:^|\/)(?:readme|index|_index|contributing|changelog|template|.*[-_ .]template|template[-_ .].*)(?:\.[a-z.]+)?$/i;
