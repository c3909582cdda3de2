/** A kind of secret and how it is written. */
export interface SecretForm {
  readonly name: string;
  /** Sticky. The first group, where there is one, is the secret itself. */
  readonly pattern: RegExp;
}

export interface SignedForm extends SecretForm {
  /** What it begins with, one or the other; the pattern is tried where it stands. */
  readonly signs: readonly string[];
  /** Characters that it holds as well, where what it begins with is common; left out where it is not. */
  readonly holds?: string;
}

/** Tokens with an underscore behind their prefix; tried at the beginning of words that hold one. */
export const underscoreForms: readonly SecretForm[] = [
  {
    name: 'a GitHub token',
    pattern: /(?<!\w)gh[pousr]_[A-Za-z0-9]{36,255}(?!\w)/y,
  },
  { name: 'a GitHub token', pattern: /(?<!\w)github_pat_[A-Za-z0-9_]{50,255}(?!\w)/y },
  {
    name: 'a Stripe key',
    pattern: /(?<!\w)(?:sk|rk)_live_[A-Za-z0-9]{16,247}(?!\w)/y,
  },
  { name: 'a Hugging Face token', pattern: /(?<!\w)hf_[A-Za-z]{34}(?!\w)/y },
  { name: 'an npm token', pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/y },
  {
    name: 'a DigitalOcean token',
    pattern: /(?<!\w)do[opr]_v1_[a-f0-9]{64}(?!\w)/y,
  },
  {
    name: 'a Shopify token',
    pattern: /(?<!\w)shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}(?!\w)/y,
  },
  { name: 'a Grafana token', pattern: /(?<!\w)glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}(?!\w)/y },
];

/** Other forms with a prefix or a shape of their own: what fits is a secret, not a guess. */
export const signedForms: readonly SignedForm[] = [
  {
    name: 'an AWS access key',
    signs: ['AKIA', 'ASIA'],
    pattern: /(?<![A-Za-z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9])/y,
  },
  {
    name: 'a GitLab token',
    signs: ['gl'],
    pattern: /(?<!\w)gl(?:pat|ptt|rt|dt|cbt|soat)-[\w-]{20,64}(?![\w-])/y,
  },
  { name: 'a Slack token', signs: ['xox'], pattern: /(?<!\w)xox[abeoprs]-[A-Za-z0-9-]{10,250}(?!\w)/y },
  {
    name: 'a Slack webhook',
    signs: ['hooks.slack.com'],
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/(T\w{6,14}\/[AB]\w{6,14}\/\w{16,64})/y,
  },
  { name: 'a Discord webhook', signs: ['/api/webhooks/'], pattern: /\/api\/webhooks\/\d{16,20}\/([\w-]{50,90})/y },
  { name: 'a Google API key', signs: ['AIza'], pattern: /(?<!\w)AIza[\w-]{35}(?![\w-])/y },
  { name: 'a Google client secret', signs: ['GOCSPX-'], pattern: /(?<!\w)GOCSPX-[\w-]{28}(?![\w-])/y },
  {
    name: 'an OpenAI key',
    signs: ['sk-'],
    pattern: /(?<![\w-])sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,64}T3BlbkFJ[A-Za-z0-9_-]{20,74}(?!\w)/y,
  },
  { name: 'an Anthropic key', signs: ['sk-ant-'], pattern: /(?<![\w-])sk-ant-[\w-]{32,200}(?!\w)/y },
  { name: 'a PyPI token', signs: ['pypi-'], pattern: /(?<!\w)pypi-AgEI[\w-]{50,250}(?!\w)/y },
  { name: 'a SendGrid key', signs: ['SG.'], pattern: /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?!\w)/y },
  { name: 'a Vault token', signs: ['hvs.'], pattern: /(?<!\w)hvs\.[\w-]{24,120}(?!\w)/y },
  { name: 'a PagerDuty key', signs: ['pdus+'], pattern: /(?<!\w)pdus\+[\w+-]{20,60}(?!\w)/y },
  {
    name: 'a JSON Web Token',
    signs: ['eyJ'],
    pattern: /(?<!\w)eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}(?![\w-])/y,
  },
  { name: 'a private key', signs: ['-----BEGIN'], pattern: /-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/y },
  {
    name: 'a password in an address',
    signs: ['://'],
    holds: '@',
    pattern: /(?<=[a-z]):\/\/[^\s/:@<>()[\]"'`]{0,64}:([^\s/@<>()[\]"'`]{1,128})@[A-Za-z0-9[]/iy,
  },
  { name: 'a signed address', signs: ['X-Amz-Signature='], pattern: /(?<=[?&])X-Amz-Signature=([0-9a-f]{32,128})/iy },
  {
    name: 'a signed address',
    signs: ['X-Goog-Signature='],
    pattern: /(?<=[?&])X-Goog-Signature=([0-9a-f]{32,1024})/iy,
  },
  {
    name: 'a signed address',
    signs: ['Signature='],
    pattern: /(?<=[?&])Signature=([\w~%+/-]{20,600}={0,2})(?=[&\s)"'>]|$)/y,
  },
  { name: 'a signed address', signs: ['sig='], pattern: /(?<=[?&])sig=([\w%+/-]{30,120}={0,2})/y },
  { name: 'a storage key', signs: ['AccountKey='], pattern: /AccountKey=([A-Za-z0-9+/]{40,100}={0,2})/y },
];

/** What documentation writes in place of a secret. */
export const standIn =
  /example|redacted|placeholder|dummy|changeme|your[_-]|^(?:password|passwd|pass|pw|secret|token|x+|\*+|\.+|…|\$\{?\w+\}?|\{\{?.*|<.*|%\w+%|user)$|(?:^|[^a-z])(?:x{6,}|\*{3,})|(.)\1{9,}/i;
