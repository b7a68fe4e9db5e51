import type { Enforcement } from './enforcement.ts';
import type { Outcome } from './verdict.ts';

/** What GitHub is told. There is no `neutral` and no `skipped`: GitHub lets both through a required check. */
export type CheckState = { readonly status: 'completed'; readonly conclusion: 'success' | 'failure' | 'action_required' } | { readonly status: 'in_progress' };

/** Maps a gate's verdict to a check run. `warn` posts success, its title carries the true verdict; `off` posts nothing. */
export function checkState(outcome: Outcome, enforcement: Enforcement): CheckState | null {
  if (enforcement === 'off') return null;
  if (enforcement === 'warn') return { status: 'completed', conclusion: 'success' };
  if (outcome === 'pending') return { status: 'in_progress' };
  return { status: 'completed', conclusion: conclusionOf(outcome) };
}

function conclusionOf(outcome: Exclude<Outcome, 'pending'>): 'success' | 'failure' | 'action_required' {
  switch (outcome) {
    case 'pass':
    case 'not-applicable':
      return 'success';
    case 'fail':
      return 'failure';
    case 'cannot-evaluate':
      return 'action_required';
  }
}
