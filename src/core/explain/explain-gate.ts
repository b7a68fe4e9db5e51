import type { Policy } from '../policy/policy.ts';
import { type GateEntry, gateEntry } from '../verdict/gate-entry.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import { restsOn, type RestsOn } from './rests-on.ts';
import { smallestActions, type Action } from './smallest-actions.ts';
import { sortWorstFirst } from './sort-worst-first.ts';
import { whoActs, type WhoActs } from './who-acts.ts';

/** One action of the smallest set, and who can take it. A contract: `explain --json` prints it. */
export interface ExplainedAction extends WhoActs, Pick<Action, 'kind' | 'what' | 'subjects'> {}

/** A gate's verdict explained: its tree worst first, the smallest set of actions that makes it pass, and what it rests on. */
export interface Explanation {
  readonly verdict: GateEntry;
  readonly actions: readonly ExplainedAction[];
  readonly restsOn: readonly RestsOn[];
}

export function explainGate(policy: Policy, verdict: GateVerdict): Explanation {
  const actions = smallestActions(verdict).map((action) => {
    const { kind, what, subjects } = action;
    return { kind, what, subjects, ...whoActs(policy, action) };
  });
  return { verdict: gateEntry(sortWorstFirst(verdict)), actions, restsOn: restsOn(policy, verdict) };
}
