import { formatKey, type Key } from '../../core/keys/key.ts';
import { deploymentWords } from '../../core/plan/deployment-words.ts';
import type { Write } from '../../core/plan/write.ts';
import type { PolicyState } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { carryOut, type Hands } from './carry-out.ts';

/** What looking at a deployment that waits needs of the world. */
export interface DeployPorts extends Hands {
  readonly repository: RepositoryFacts;
  readonly readPolicy: () => Promise<PolicyState>;
  /** The environments at which a run waits for us. */
  readonly waiting: (run: number) => Promise<readonly string[]>;
  /** The environments of a run that were told already: GitHub lists no comments of ours. */
  readonly told: (subject: string) => Promise<ReadonlySet<string>>;
}

/** Says once at each environment that the deployment waits, and for whom. It is neither approved nor rejected: both are final. */
export async function reconcileDeploy(ports: DeployPorts, key: Extract<Key, { kind: 'deploy' }>): Promise<void> {
  const subject = formatKey(key);
  const told = await ports.told(subject);
  const environments = (await ports.waiting(key.run)).filter((environment) => !told.has(environment));
  if (environments.length === 0) return;
  const state = await ports.readPolicy();
  const locale = state.kind === 'in-force' ? state.policy.locale : state.kind === 'broken' ? state.locale : 'en';
  const writes = environments.map((environment): Write => ({ do: 'comment-deployment', run: key.run, environment, body: deploymentWords[locale].waits }));
  await carryOut(ports, { repository: ports.repository, subject, writes, decision: { waiting: environments } });
}
