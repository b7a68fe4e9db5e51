import { checkpointState, type CheckpointState } from '../gates/checkpoint/checkpoint-state.ts';
import { dayIn } from '../calendar/calendar-day.ts';
import { describeAuthority } from '../people/describe-authority.ts';
import type { Decision } from '../people/decision.ts';
import type { Policy } from '../policy/policy.ts';
import { checkpointWords } from './checkpoint-words.ts';
import type { CheckpointReading } from './rule-context.ts';

/** How a checkpoint stands, as a rule tells it. Nobody named for its authority: cannot-evaluate, since nobody can sign. */
export function readCheckpoint(policy: Policy, decisions: readonly Decision[], at: { readonly id: string; readonly now: string }): CheckpointReading {
  const say = checkpointWords[policy.locale];
  const checkpoint = policy.playbook.checkpoints.find(({ id }) => id === at.id);
  const title = policy.text.checkpoints[at.id]?.title ?? at.id;
  if (!checkpoint) return { title, verdict: 'cannot-evaluate', code: 'checkpoint.unknown', reason: say.unknown(at.id), next: say.mendPlaybook };
  const state = checkpointState(policy, decisions, at.id, at.now);
  const reason = say.state[state.state](title, signers(state, policy));
  if (state.signed) return { title, verdict: 'pass', code: `checkpoint.${state.state}`, reason: withConditions(reason, state, policy), next: null };
  const rule = policy.authorities[checkpoint.authority];
  if (!rule) return { title, verdict: 'cannot-evaluate', code: 'checkpoint.nobody', reason: say.nobody(checkpoint.authority), next: say.nameAuthority(checkpoint.authority) };
  const who = `${policy.text.authorities[checkpoint.authority]?.title ?? checkpoint.authority} (${describeAuthority(state.missing ?? rule, policy.locale)})`;
  return { title, verdict: 'fail', code: `checkpoint.${state.state}`, reason, next: say.sign(who, at.id) };
}

function signers(state: CheckpointState, policy: Policy): string {
  const last = state.by.at(-1);
  const names = [...new Set(state.by.map((decision) => decision.by.login))].map((login) => `\`${login}\``).join(', ');
  return last ? `${names} (${dayIn(policy.schedule.timezone, last.at)})` : '';
}

function withConditions(reason: string, state: CheckpointState, policy: Policy): string {
  return state.conditions.length === 0 ? reason : `${reason}: ${checkpointWords[policy.locale].conditions(state.conditions)}`;
}
