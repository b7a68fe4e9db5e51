import type { Policy } from '../policy/policy.ts';

/** What an environment waits for. `target` is what one has to be ready for; without one, a gate of the pull requests. */
export type DeploymentDemand =
  { readonly kind: 'readiness'; readonly gate: string; readonly target: string } | { readonly kind: 'gate'; readonly gate: string } | { readonly kind: 'none' };

/**
 * What the configuration asks of an environment: a gate, a target, or a pilot phase, which stands for its target. GitHub
 * tells environments apart without case. `none` where nothing is configured: nothing then shows that a deployment may go on.
 */
export function deploymentDemand(policy: Pick<Policy, 'environments' | 'playbook' | 'release'>, environment: string): DeploymentDemand {
  const { playbook } = policy;
  const wanted = wantedOf(policy.environments, environment);
  const readiness = playbook.gates.find(({ kind }) => kind === 'readiness')?.id;
  const gate = playbook.gates.find(({ id }) => id === wanted);
  if (gate && gate.kind !== 'readiness') return { kind: 'gate', gate: gate.id };
  if (gate) return { kind: 'readiness', gate: gate.id, target: policy.release.target };
  const target = playbook.targets.find((id) => id === wanted) ?? playbook.phases.find(({ id }) => id === wanted || `pilot-${id}` === wanted)?.target;
  return target === undefined || readiness === undefined ? { kind: 'none' } : { kind: 'readiness', gate: readiness, target };
}

function wantedOf(environments: Policy['environments'], environment: string): string | undefined {
  if (Object.hasOwn(environments, environment)) return environments[environment];
  const folded = environment.toLowerCase();
  return Object.entries(environments).find(([name]) => name.toLowerCase() === folded)?.[1];
}
