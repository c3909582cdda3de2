/** A kind of secret and how it is written. The first group, where there is one, is the secret itself. */
export interface SecretForm {
  readonly name: string;
  /** Characters without which the document holds none of them; a quick look before the pattern. */
  readonly sign: string;
  readonly pattern: RegExp;
}

/** Forms with a prefix or a shape of their own: what fits is a secret, not a guess. */
export const secretForms: readonly SecretForm[] = [
  { name: 'an AWS access key', sign: 'A', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g },
  { name: 'a GitHub token', sign: 'gh', pattern: /(?<!\w)gh[pousr]_[A-Za-z0-9]{36,255}(?!\w)/g },
  { name: 'a GitHub token', sign: 'github_pat_', pattern: /(?<!\w)github_pat_[A-Za-z0-9_]{50,255}(?!\w)/g },
  { name: 'a GitLab token', sign: 'gl', pattern: /(?<!\w)gl(?:pat|ptt|rt|dt|cbt|soat)-[\w-]{20,64}(?![\w-])/g },
  { name: 'a Slack token', sign: 'xox', pattern: /(?<!\w)xox[abeoprs]-[A-Za-z0-9-]{10,250}(?!\w)/g },
  {
    name: 'a Slack webhook',
    sign: 'hooks.slack.com',
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/(T\w{6,14}\/[AB]\w{6,14}\/\w{16,64})/g,
  },
  { name: 'a Discord webhook', sign: '/api/webhooks/', pattern: /\/api\/webhooks\/\d{16,20}\/([\w-]{50,90})/g },
  { name: 'a Stripe key', sign: '_live_', pattern: /(?<!\w)(?:sk|rk)_live_[A-Za-z0-9]{16,247}(?!\w)/g },
  { name: 'a Google API key', sign: 'AIza', pattern: /(?<!\w)AIza[\w-]{35}(?![\w-])/g },
  { name: 'a Google client secret', sign: 'GOCSPX-', pattern: /(?<!\w)GOCSPX-[\w-]{28}(?![\w-])/g },
  {
    name: 'an OpenAI key',
    sign: 'sk-',
    pattern: /(?<![\w-])sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,64}T3BlbkFJ[A-Za-z0-9_-]{20,74}(?!\w)/g,
  },
  { name: 'an Anthropic key', sign: 'sk-ant-', pattern: /(?<![\w-])sk-ant-[\w-]{32,200}(?!\w)/g },
  { name: 'a Hugging Face token', sign: 'hf_', pattern: /(?<!\w)hf_[A-Za-z]{34}(?!\w)/g },
  { name: 'an npm token', sign: 'npm_', pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g },
  { name: 'a PyPI token', sign: 'pypi-', pattern: /(?<!\w)pypi-AgEI[\w-]{50,250}(?!\w)/g },
  { name: 'a SendGrid key', sign: 'SG.', pattern: /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?!\w)/g },
  { name: 'a DigitalOcean token', sign: '_v1_', pattern: /(?<!\w)do[opr]_v1_[a-f0-9]{64}(?!\w)/g },
  { name: 'a Shopify token', sign: 'shp', pattern: /(?<!\w)shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}(?!\w)/g },
  { name: 'a Grafana token', sign: 'gls', pattern: /(?<!\w)glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}(?!\w)/g },
  { name: 'a Vault token', sign: 'hvs.', pattern: /(?<!\w)hvs\.[\w-]{24,120}(?!\w)/g },
  { name: 'a PagerDuty key', sign: 'pdus+', pattern: /(?<!\w)pdus\+[\w+-]{20,60}(?!\w)/g },
  {
    name: 'a JSON Web Token',
    sign: 'eyJ',
    pattern: /(?<!\w)eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}(?![\w-])/g,
  },
  { name: 'a private key', sign: '-----BEGIN', pattern: /-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/g },
  {
    name: 'a password in an address',
    sign: '://',
    pattern: /[a-z]:\/\/[^\s/:@<>()[\]"'`]{0,64}:([^\s/@<>()[\]"'`]{1,128})@[A-Za-z0-9[]/gi,
  },
  { name: 'a signed address', sign: 'X-Amz-Signature=', pattern: /[?&]X-Amz-Signature=([0-9a-f]{32,128})/gi },
  { name: 'a signed address', sign: 'X-Goog-Signature=', pattern: /[?&]X-Goog-Signature=([0-9a-f]{32,1024})/gi },
  {
    name: 'a signed address',
    sign: 'Signature=',
    pattern: /[?&](?:Expires=\d{9,11}&[^\s)]{0,300})?Signature=([\w~%+/-]{20,600}={0,2})(?=[&\s)"'>]|$)/g,
  },
  { name: 'a signed address', sign: 'sig=', pattern: /[?&]sig=([\w%+/-]{30,120}={0,2})/g },
  { name: 'a storage key', sign: 'AccountKey=', pattern: /AccountKey=([A-Za-z0-9+/]{40,100}={0,2})/g },
];

/** What documentation writes in place of a secret. */
export const standIn =
  /example|redacted|placeholder|dummy|changeme|your[_-]|^(?:password|passwd|pass|pw|secret|token|x+|\*+|\.+|…|\$\{?\w+\}?|\{\{?.*|<.*|%\w+%|user)$|(?:^|[^a-z])(?:x{6,}|\*{3,})|(.)\1{9,}/i;
