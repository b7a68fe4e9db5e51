import type { Policy } from '../policy/policy.ts';
import { decisionId } from './decision-id.ts';
import type { Decision, Person, RoleProof } from './decision.ts';
import { sha256 } from '../markers/digest.ts';

export interface BaselineInput {
  readonly policy: Policy;
  readonly repository: number;
  /** Ids of the blocks that are accepted as they are, e.g. from `blocksBefore(policy, 's07')`. */
  readonly blocks: readonly string[];
  readonly by: Person;
  readonly proof: RoleProof;
  readonly now: string;
  readonly reason: string;
  /** Head of the default branch: later work is judged from here on. */
  readonly commit: string;
  /** Issue on which the receipts are posted, and its address. */
  readonly issue: { readonly number: number; readonly url: string };
}

/**
 * Accepts earlier blocks as a marked baseline for a team that adopts the method in mid-course: one decision a block. Run
 * twice by the same person for the same commit it gives the same ids.
 */
export function adoptBaseline(input: BaselineInput): Decision[] {
  const { policy, by, issue } = input;
  const bodyHash = sha256(`adopt ${policy.unit} ${input.blocks.join(' ')} ${input.commit} ${by.id}`);
  return input.blocks.map((block, index) => {
    // No comment stands behind it: the id is taken from what was adopted.
    const place = { commentId: 0, bodyHash, line: index + 1 };
    return {
      id: decisionId(place), kind: 'baseline', repository: input.repository, unit: policy.unit, subject: block, by, at: input.now, proof: input.proof,
      source: { ...place, issue: issue.number, url: issue.url }, commits: { from: null, to: input.commit },
      reason: input.reason, link: null, until: null, conditions: [],
    };
  });
}
