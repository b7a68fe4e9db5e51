import { InputError } from '../core/errors/input-error.ts';
import { formatProblem } from '../core/policy/parse-config.ts';
import type { Policy } from '../core/policy/policy.ts';
import { playbookLoader } from '../engine/load-playbook.ts';
import type { GitHub, RepositoryName } from '../github/client.ts';
import { readPolicyState } from '../github/snapshot/read-policy-state.ts';
import { readRepository } from '../github/snapshot/read-repository.ts';

/** The policy of the default branch's configuration: a file at hand may be anybody's. Throws where there is none. */
export async function policyInForce(github: GitHub, name: RepositoryName): Promise<Policy> {
  const state = await readPolicyState(
    { github, loadPlaybook: playbookLoader(process.env['PLAYBOOKS_DIR'] ?? null), memory: null },
    await readRepository(github, name),
  );
  if (state.kind === 'in-force') return state.policy;
  if (state.kind === 'absent')
    throw new InputError(`${name.owner}/${name.repo} has no .github/sprintgate.yml on its default branch; write one with \`sprintgate init\`.`);
  throw new InputError(state.problems.map(formatProblem).join('\n'));
}
