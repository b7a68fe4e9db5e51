import type { Verdict } from '../verdict/verdict.ts';
import { decidingLeaf } from './tell-problem.ts';

/** Who has to act first: the team in its code, somebody who signs, or whoever keeps the configuration. */
export type Actor = 'team' | 'signer' | 'configuration';

export const actors: readonly Actor[] = ['team', 'signer', 'configuration'];

const configuration = /^parameter\.|\.(?:nobody|nowhere|no-authority|no-components|paths-match-nothing)$/;
const signer = /^(?:attestation|checkpoint)\./;

/** Who acts on a problem, told from the code of the leaf that decides it. */
export function problemActor(node: Verdict): Actor {
  const { code } = decidingLeaf(node);
  if (configuration.test(code)) return 'configuration';
  return signer.test(code) ? 'signer' : 'team';
}
