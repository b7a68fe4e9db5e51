import type { RepositoryFacts } from '../snapshot/facts.ts';

/** Why no onboarding issue is opened by itself. On demand, by command, one always may be. */
export type NotOnboarded = 'too-many-selected' | 'all-selected' | 'fork' | 'archived' | 'no-issues' | 'empty';

/** Selecting more repositories than this is a roll-out, and dozens of issues nobody asked for are a nuisance. */
export const mostSelected = 5;

/** Whether a newly selected repository gets an onboarding issue unasked; else the reason why not. */
export function mayOnboard(
  repository: RepositoryFacts,
  selection: { readonly all: boolean; readonly selected: number; readonly files: number },
): NotOnboarded | null {
  if (selection.selected > mostSelected) return selection.all ? 'all-selected' : 'too-many-selected';
  if (repository.fork) return 'fork';
  if (repository.archived) return 'archived';
  if (!repository.hasIssues) return 'no-issues';
  if (selection.files === 0) return 'empty';
  return null;
}
