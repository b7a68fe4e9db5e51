import { InputError } from '../../core/errors/input-error.ts';
import { formatProblem } from '../../core/policy/parse-config.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { RepositoryName } from '../client.ts';
import { restWorld } from '../look/rest-world.ts';
import type { World } from '../look/world.ts';
import type { PolicySources } from './policy-sources.ts';
import { readPolicyState } from './read-policy-state.ts';
import { readRepository } from './read-repository.ts';

/** Configurations that were read already, by who asks for them. */
type SeenFiles = Partial<Pick<World, 'config' | 'organisationConfig'>>;

/** The policy of the default branch's configuration: a file at hand may be anybody's. Throws where there is none. */
export async function policyInForce(sources: Omit<PolicySources, 'memory' | 'world'> & { readonly files?: SeenFiles }, name: RepositoryName): Promise<Policy> {
  const { files, ...rest } = sources;
  const repository = await readRepository(rest.github, name);
  const world = { ...restWorld(rest.github, repository), ...files };
  const state = await readPolicyState({ ...rest, world, memory: null }, repository);
  if (state.kind === 'in-force') return state.policy;
  if (state.kind === 'absent')
    throw new InputError(`${name.owner}/${name.repo} has no .github/sprintgate.yml on its default branch; write one with \`sprintgate init\`.`);
  throw new InputError(state.problems.map(formatProblem).join('\n'));
}
