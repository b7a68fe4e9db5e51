import { currentSprint } from '../calendar/sprint-calendar.ts';
import { enforcementIn } from '../policy/enforcement-in.ts';
import { type Enforcement, strongest } from '../verdict/enforcement.ts';
import { bindingBlock } from './checkpoint/binding-block.ts';
import { unreadPlace } from './checkpoint/unread-place.ts';
import type { GateInput } from './gate-input.ts';
import { unreadPulls } from './unread-pull.ts';

/**
 * What a gate does on one pull request: the stronger of what it does in today's block and in the one that binds, so that a
 * later milestone buys nothing either. While its block cannot be told, the strongest that it does anywhere.
 */
export function pullEnforcement(input: GateInput): Enforcement {
  const { policy, snapshot, gate } = input;
  const unread = unreadPlace(input) !== null || snapshot.unavailable.some(({ what }) => what === unreadPulls.what);
  if (unread) return enforcementIn(policy, gate, null);
  const sprint = currentSprint(policy, snapshot.now);
  const today = policy.playbook.blocks.findIndex(({ sprints }) => sprints.includes(sprint));
  return strongest([today, bindingBlock(input)].map((block) => enforcementIn(policy, gate, block)));
}
