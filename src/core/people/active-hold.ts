import type { Decision } from './decision.ts';
import { pullSubject } from './pull-subject.ts';
import { standingDecisions } from './standing-decisions.ts';

/** The hold that keeps a pull request back now, or null. One `unhold` ends all holds before it. */
export function activeHold(decisions: readonly Decision[], pull: { readonly number: number; readonly now: string }): Decision | null {
  const own = decisions.filter(({ subject }) => subject === pullSubject(pull.number));
  const last = standingDecisions(own, pull.now).findLast(({ kind }) => kind === 'hold' || kind === 'unhold');
  return last?.kind === 'hold' ? last : null;
}
