const shapes: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[key]'],
  [/\b(?:gh[a-z]_|github_pat_)\w{4,}/g, '[token]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(bearer|token|basic)(\s+)(?!is\b|was\b)[\w.~+/=-]{8,}/gi, '$1$2[secret]'],
  // Also addresses that are no URL for lack of a closing part: a password may hold anything but white space and "@".
  [/(\b[a-z][a-z\d+.-]*:\/\/)[^\s/@]+@/gi, '$1[secret]@'],
  [/([?&][\w-]*(?:token|secret|password|signature|sig|key|code)=)[^&\s"']+/gi, '$1[secret]'],
];

/** Takes out of a text what looks like a secret of anybody's, and every one of those that are ours. */
export function redactSecrets(text: string, ours: readonly string[]): string {
  let clean = text;
  for (const secret of ours) clean = clean.replaceAll(secret, '[secret]');
  for (const [shape, instead] of shapes) clean = clean.replace(shape, instead);
  return clean;
}
