import type { Policy } from '../policy/policy.ts';

/** The label by which a pull request asks to be let through a freeze. */
export function exceptionLabel({ freezeException }: Pick<Policy, 'freezeException'>): string {
  return freezeException ?? 'freeze-exception';
}
