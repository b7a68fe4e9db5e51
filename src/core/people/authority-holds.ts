import type { AuthorityRule } from '../policy/policy.ts';
import type { HeldName } from './authority-proof.ts';
import { foldName, leafNames, type AuthorityLeaf } from './rule-names.ts';

/** One who signed, with the names of the rule that were proven for them. */
export interface Signer {
  readonly id: number;
  readonly via: readonly HeldName[];
}

/** What an authority's rule still lacks, in the rule's own shape; null when it holds. */
export type MissingAuthority =
  | { readonly all: readonly MissingAuthority[] }
  | { readonly any: readonly MissingAuthority[] }
  | { readonly names: readonly HeldName[]; readonly people: number };

/**
 * Decides whether the people who signed make up an authority. A leaf counts distinct people; one person may satisfy
 * several leaves, so two pairs of eyes are asked for by `count: 2`. A rule without names or branches never holds.
 */
export function authorityHolds(rule: AuthorityRule, signers: readonly Signer[]): boolean {
  return missingAuthority(rule, signers) === null;
}

/** What is missing until the rule holds. */
export function missingAuthority(rule: AuthorityRule, signers: readonly Signer[]): MissingAuthority | null {
  if ('all' in rule) {
    const missing = rule.all.map((part) => missingAuthority(part, signers)).filter((part) => part !== null);
    if (rule.all.length === 0) return { all: [] };
    return missing.length === 0 ? null : { all: missing };
  }
  if ('any' in rule) {
    const missing = rule.any.map((part) => missingAuthority(part, signers));
    if (missing.some((part) => part === null)) return null;
    return { any: missing.filter((part) => part !== null) };
  }
  return missingOfLeaf(rule, signers);
}

function missingOfLeaf(leaf: AuthorityLeaf, signers: readonly Signer[]): MissingAuthority | null {
  const names = leafNames(leaf);
  const people = new Set(signers.filter((signer) => signer.via.some((held) => includesName(names, held))).map((signer) => signer.id));
  const lacking = Math.max(1, leaf.count) - people.size;
  return lacking <= 0 ? null : { names, people: lacking };
}

function includesName(names: readonly HeldName[], held: HeldName): boolean {
  return names.some((name) => name.kind === held.kind && foldName(name) === foldName(held));
}
