import type { Policy } from '../policy/policy.ts';
import { decisionId } from './decision-id.ts';
import type { Decision, Person, RoleProof } from './decision.ts';

export interface BaselineInput {
  readonly policy: Policy;
  readonly repository: number;
  /** Ids of the blocks that are accepted as they are, e.g. from `blocksBefore(policy, 's07')`. */
  readonly blocks: readonly string[];
  readonly by: Person;
  readonly proof: RoleProof;
  /** When the command was written. */
  readonly at: string;
  readonly reason: string;
  /** Head of the default branch: later work is judged from here on. */
  readonly commit: string;
  /** The comment that asked for it. */
  readonly source: Decision['source'];
}

/**
 * Accepts earlier blocks as a marked baseline for a team that adopts the method in mid-course: one decision a block. The
 * same command gives the same ids; the last one has the command's own, so that once it is kept, all of them are.
 */
export function adoptBaseline(input: BaselineInput): Decision[] {
  const { policy, by, source, blocks } = input;
  return blocks.map((block, index) => ({
    id: decisionId(source, index === blocks.length - 1 ? undefined : block),
    kind: 'baseline',
    repository: input.repository,
    unit: policy.unit,
    subject: block,
    by,
    at: input.at,
    proof: input.proof,
    source,
    commits: { from: null, to: input.commit },
    reason: input.reason,
    link: null,
    until: null,
    conditions: [],
  }));
}
