import type { RuleContext } from './rule-context.ts';

/** Why people's decisions could not be read; null when they were. Then none of those that are there counts: one that is not may revoke it. */
export function unreadDecisions({ snapshot }: RuleContext): { readonly why: string } | null {
  return snapshot.unavailable.find(({ what }) => what === 'decisions') ?? null;
}
