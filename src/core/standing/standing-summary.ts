import { dayIn } from '../calendar/calendar-day.ts';
import type { Outcome } from '../verdict/verdict.ts';
import { standingBlockers } from './standing-blockers.ts';
import type { Standing, StandingCheckpoint, StandingCriterion } from './standing.ts';

/** What a list of repositories shows of each. */
export interface StandingFigures extends Pick<
  Standing,
  'at' | 'headSha' | 'timezone' | 'locale' | 'playbook' | 'tier' | 'target' | 'block' | 'sprint' | 'percent' | 'held' | 'waived' | 'binding'
> {
  /** `YYYY-MM-DD` in the repository's time zone. */
  readonly day: string;
  readonly outcome: Outcome;
  /** Binding criteria that do not hold. */
  readonly blockers: number;
  /** The worst of them; null where there is none. */
  readonly worst: Pick<StandingCriterion, 'id' | 'title' | 'outcome' | 'actor'> | null;
  /** The first checkpoint in the plan that is not signed; null when all are. */
  readonly next: Pick<StandingCheckpoint, 'id' | 'due' | 'state'> | null;
}

export function standingSummary(standing: Standing): StandingFigures {
  const { at, headSha, timezone, locale, playbook, tier, target, block, sprint, outcome, percent, held, waived, binding } = standing;
  const figures = { at, headSha, timezone, locale, playbook, tier, target, block, sprint, outcome, percent, held, waived, binding };
  const blockers = standingBlockers(standing);
  const [worst] = blockers;
  const next = nextCheckpoint(standing);
  return {
    ...figures,
    day: dayIn(timezone, at),
    blockers: blockers.length,
    worst: worst ? { id: worst.id, title: worst.title, outcome: worst.outcome, actor: worst.actor } : null,
    next: next ? { id: next.id, due: next.due, state: next.state } : null,
  };
}

/** The first checkpoint in the plan that nobody signed, be it under conditions; null when all are signed. */
export function nextCheckpoint({ checkpoints }: Pick<Standing, 'checkpoints'>): StandingCheckpoint | null {
  return checkpoints.find(({ state }) => state === 'open' || state === 'rejected') ?? null;
}
