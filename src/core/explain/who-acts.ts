import { attestationsOf } from '../people/command-authorities.ts';
import { checkpointAuthority } from '../people/checkpoint-authority.ts';
import { walkRule } from '../playbook/walk-rule.ts';
import type { Policy } from '../policy/policy.ts';
import { problemActor, type Actor } from '../report/problem-actor.ts';
import { whoSigns } from '../rules/who-signs.ts';
import { explainWords } from './explain-words.ts';
import type { Action } from './smallest-actions.ts';

/** Who can take an action: `authority` is its id in the configuration where somebody has to sign. */
export interface WhoActs {
  readonly actor: Actor | 'machine';
  readonly authority: string | null;
  readonly who: string;
}

/** Who can act, by name where the configuration names them. */
export function whoActs(policy: Policy, action: Action): WhoActs {
  const say = explainWords[policy.locale];
  if (action.kind === 'wait') return { actor: 'machine', authority: null, who: say.machine };
  const actor = problemActor(action.node);
  if (actor !== 'signer') return { actor, authority: null, who: actor === 'team' ? say.team : say.configuration };
  const authority = authorityOf(policy, action);
  return { actor, authority, who: authority === null ? say.signer : (whoSigns(policy, authority) ?? say.nobody(authority)) };
}

/** A node of a rule names its authority or checkpoint; a criterion or checkpoint that stands for its only rule is looked up. */
function authorityOf(policy: Policy, { node, subjects }: Action): string | null {
  const [kind, ...rest] = node.id.split('.');
  const named = rest.join('.');
  if (kind === 'attestation') return named;
  const { checkpoints, criteria } = policy.playbook;
  const checkpoint = checkpoints.find(({ id }) => id === node.id || (kind === 'checkpoint' && id === named));
  if (checkpoint) return checkpointAuthority(policy, checkpoint.id);
  const criterion = criteria.find(({ id }) => id === subjects[0]?.id);
  if (!criterion) return null;
  const attester = attestationsOf(policy, criterion.id)[0]?.authority;
  const signed = walkRule(criterion.rule).find(({ kind: leaf }) => leaf === 'checkpoint')?.rule;
  if (node.code.startsWith('checkpoint.')) return signed && 'checkpoint' in signed ? checkpointAuthority(policy, signed.checkpoint) : null;
  return attester ?? null;
}
