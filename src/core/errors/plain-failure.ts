/** What may pass for a secret wherever it stands: tokens, keys, signed web tokens, passwords in addresses, query strings. */
const secrets: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g, '[key]'],
  [/\b(?:gh[a-z]_|github_pat_|v\d\.)[A-Za-z0-9_.]{10,}/g, '[token]'],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/\b(bearer|token|basic)\s+[\w.~+/=-]{8,}/gi, '$1 [token]'],
  [/\b((?:[A-Z_]*(?:SECRET|TOKEN|PASSWORD|PRIVATE_KEY)|secret|token|password|sig|signature)["']?\s*[=:]\s*)["']?[^\s"'&,;]+/g, '$1[secret]'],
  [/(\w+:\/\/)[^\s/@]+@/g, '$1'],
  [/(https?:\/\/[^\s?#]+)[?#][^\s]*/g, '$1'],
  // Not a commit's 40 or a digest's 64 hexadecimal digits, which say where to look.
  [/\b(?![0-9a-f]{40}\b|[0-9a-f]{64}\b)[A-Za-z0-9+/_-]{48,}={0,2}/g, '[secret]'],
];

const longest = 300;

/** What went wrong in one line for people and lists: the message alone, without what may be a secret, of 300 characters at most. */
export function plainFailure(error: unknown): string {
  const text = error instanceof AggregateError && error.errors.length > 0 ? error.errors.map(messageOf).join('; ') : messageOf(error);
  const plain = secrets
    .reduce((left, [pattern, instead]) => left.replace(pattern, instead), text.slice(0, 10_000))
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message === '' ? error.name : error.message;
  return typeof error === 'string' ? error : 'an error without words';
}
