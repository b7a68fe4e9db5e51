import { describeAuthority } from '../people/describe-authority.ts';
import type { Policy } from '../policy/policy.ts';

/** An authority's title with the people whom the configuration names for it; null when it names nobody. */
export function whoSigns(policy: Policy, authority: string): string | null {
  const rule = policy.authorities[authority];
  if (!rule) return null;
  const title = policy.text.authorities[authority]?.title ?? authority;
  return `${title} (${describeAuthority(rule, policy.locale)})`;
}
