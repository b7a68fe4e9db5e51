import type { KnownCommand } from '../commands/command.ts';
import type { Policy } from '../policy/policy.ts';
import { adoptedBlocks } from './adopted-blocks.ts';
import { checkpointAuthority } from './checkpoint-authority.ts';
import { isAboutDeployment } from './decide-deployment-rejection.ts';
import { isAboutFreeze } from './decide-freeze.ts';
import { anyAuthorities, attestationsOf, escalationAuthority, overrideAuthorities, waiverAuthorities, weakeningAuthorities } from './command-authorities.ts';

/** What has to be read before a command can be decided. */
export interface CommandNeeds {
  /** Authorities of which its author's part is asked. */
  readonly authorities: readonly string[];
  /** Authorities whose holders are listed, to tell whether anybody is left or who may still sign. */
  readonly holders: readonly string[];
  /** Checkpoints whose work is read, for independence. */
  readonly checkpoints: readonly string[];
}

const nothing: CommandNeeds = { authorities: [], holders: [], checkpoints: [] };

/** Works out what a command needs, so that a comment costs GitHub only the requests that its own decision asks for. */
export function commandNeeds(policy: Policy, command: KnownCommand, here: string | null): CommandNeeds {
  const first = (command.text.split(' ')[0] ?? '').replaceAll('`', '').toLowerCase();
  switch (command.name) {
    case 'approve':
    case 'reject':
    case 'explain':
      if (command.name === 'reject' && isAboutDeployment(command.text)) return { ...nothing, authorities: configured(policy, anyAuthorities(policy)) };
      return first === 'config' ? forPull(policy, weakeningAuthorities(policy)) : forSubject(policy, { command, first, here });
    case 'attest':
    case 'waive':
      if (command.name === 'waive' && isAboutFreeze(command.text)) return forPull(policy, overrideAuthorities(policy));
      return forCriterion(policy, command.name, first);
    case 'revoke':
      return { authorities: configured(policy, anyAuthorities(policy)), holders: [], checkpoints: checkpointsOf(policy, [first, here ?? '']) };
    case 'override':
      return forPull(policy, overrideAuthorities(policy));
    case 'unhold':
      return forPull(policy, anyAuthorities(policy));
    case 'adopt':
      return { ...forPull(policy, overrideAuthorities(policy)), checkpoints: adoptedBlocks(policy, first).map(({ checkpoint }) => checkpoint) };
    case 'hold':
    case 'move':
    case 'commit':
    case 'seed':
      return { ...nothing, authorities: configured(policy, anyAuthorities(policy)) };
    default:
      return nothing;
  }
}

function forSubject(policy: Policy, about: { command: KnownCommand; first: string; here: string | null }): CommandNeeds {
  const { command, first, here } = about;
  const checkpoint = policy.playbook.checkpoints.find(({ id }) => id === first) ?? policy.playbook.checkpoints.find(({ id }) => id === here);
  if (!checkpoint) return nothing;
  const own = checkpointAuthority(policy, checkpoint.id);
  const authorities = configured(policy, [own, escalationAuthority]);
  if (command.name === 'reject') return { ...nothing, authorities };
  return { authorities: command.name === 'explain' ? [] : authorities, holders: configured(policy, [own]), checkpoints: [checkpoint.id] };
}

function forCriterion(policy: Policy, name: 'attest' | 'waive', first: string): CommandNeeds {
  const own = name === 'attest' ? attestationsOf(policy, first).map(({ authority }) => authority) : waiverAuthorities(policy, first);
  const block = policy.playbook.criteria.find(({ id }) => id === first)?.block;
  const checkpoint = policy.playbook.blocks.find(({ id }) => id === block)?.checkpoint;
  if (checkpoint === undefined) return nothing;
  return { authorities: configured(policy, [...own, escalationAuthority]), holders: configured(policy, own), checkpoints: [checkpoint] };
}

function forPull(policy: Policy, authorities: readonly string[]): CommandNeeds {
  return { authorities: configured(policy, [...authorities, escalationAuthority]), holders: configured(policy, authorities), checkpoints: [] };
}

/** All checkpoints when the words name none: a decision's id may stand for any of them. */
function checkpointsOf(policy: Policy, ids: readonly string[]): string[] {
  const all = policy.playbook.checkpoints.map(({ id }) => id);
  const named = all.filter((id) => ids.includes(id));
  return named.length > 0 ? named : all;
}

function configured(policy: Policy, authorities: readonly string[]): string[] {
  return [...new Set(authorities)].filter((id) => policy.authorities[id]);
}
