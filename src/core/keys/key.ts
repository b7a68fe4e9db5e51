/**
 * What may have changed, named by GitHub's numeric ids so that a rename or a transfer cannot mix two things up.
 * Printed as `R/pull/N`, `R/issue/N`, `R/group/SHA`, `R/deploy/RUN`, `R/policy`, `R/register`, `R/standing`, `R/sprint`, `R/seed/UNIT` and `I/install`.
 */
export type Key =
  | { readonly kind: 'pull'; readonly repository: number; readonly number: number }
  | { readonly kind: 'issue'; readonly repository: number; readonly number: number }
  | { readonly kind: 'group'; readonly repository: number; readonly sha: string }
  | { readonly kind: 'deploy'; readonly repository: number; readonly run: number }
  | { readonly kind: 'policy'; readonly repository: number }
  | { readonly kind: 'register'; readonly repository: number }
  | { readonly kind: 'standing'; readonly repository: number }
  | { readonly kind: 'sprint'; readonly repository: number }
  | { readonly kind: 'seed'; readonly repository: number; readonly unit: string }
  | { readonly kind: 'install'; readonly installation: number };

export type KeyKind = Key['kind'];

/** The one spelling of a key: job name, lock name and ledger subject. */
export function formatKey(key: Key): string {
  switch (key.kind) {
    case 'pull':
    case 'issue':
      return `${key.repository}/${key.kind}/${key.number}`;
    case 'group':
      return `${key.repository}/group/${key.sha}`;
    case 'deploy':
      return `${key.repository}/deploy/${key.run}`;
    case 'policy':
      return `${key.repository}/policy`;
    case 'register':
      return `${key.repository}/register`;
    case 'standing':
      return `${key.repository}/standing`;
    case 'sprint':
      return `${key.repository}/sprint`;
    case 'seed':
      return `${key.repository}/seed/${key.unit}`;
    case 'install':
      return `${key.installation}/install`;
  }
}

const shapes: readonly [RegExp, (match: string[]) => Key][] = [
  [/^(\d+)\/(pull|issue)\/(\d+)$/, ([, r, kind, n]) => ({ kind: kind as 'pull' | 'issue', repository: Number(r), number: Number(n) })],
  [/^(\d+)\/group\/([0-9a-f]{7,64})$/, ([, r, sha]) => ({ kind: 'group', repository: Number(r), sha: String(sha) })],
  [/^(\d+)\/deploy\/(\d+)$/, ([, r, run]) => ({ kind: 'deploy', repository: Number(r), run: Number(run) })],
  [/^(\d+)\/policy$/, ([, r]) => ({ kind: 'policy', repository: Number(r) })],
  [/^(\d+)\/register$/, ([, r]) => ({ kind: 'register', repository: Number(r) })],
  [/^(\d+)\/standing$/, ([, r]) => ({ kind: 'standing', repository: Number(r) })],
  [/^(\d+)\/sprint$/, ([, r]) => ({ kind: 'sprint', repository: Number(r) })],
  [/^(\d+)\/seed\/(.+)$/, ([, r, unit]) => ({ kind: 'seed', repository: Number(r), unit: String(unit) })],
  [/^(\d+)\/install$/, ([, i]) => ({ kind: 'install', installation: Number(i) })],
];

/** Reads a printed key back. Throws a RangeError that shows the text when it is none. */
export function parseKey(text: string): Key {
  for (const [shape, build] of shapes) {
    const match = shape.exec(text);
    if (match) return build(match);
  }
  throw new RangeError(`"${text}" is not a key; expected for example 9412/pull/12 or 9412/policy`);
}
