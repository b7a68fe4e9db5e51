import { policyContent } from '../../core/policy/policy-content.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Database } from '../../store/database.ts';
import { keepPolicy } from '../../store/ledger/keep-policy.ts';

/** Digests that a process knows to be kept; a fleet has few policies, and many repositories share one. */
const mostKnown = 5_000;
const kept = new WeakMap<Database, Set<string>>();

/** Keeps what policies say, each once for a process: they are never changed or deleted, and the text of one is long. */
export function policyKeeper(db: Database): (policy: Policy) => Promise<void> {
  const known = kept.get(db) ?? new Set<string>();
  kept.set(db, known);
  return async (policy) => {
    if (known.has(policy.digest)) return;
    await keepPolicy(db, policy.digest, policyContent(policy));
    if (known.size >= mostKnown) known.clear();
    known.add(policy.digest);
  };
}
