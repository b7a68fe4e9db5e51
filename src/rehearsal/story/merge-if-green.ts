import type { PullIssue } from '../github/records/find.ts';
import type { Play } from './play.ts';

/** The lead merges a pull request when every check of its head passed, as branch protection would have it. */
export async function mergeIfGreen(play: Play, pull: PullIssue): Promise<boolean> {
  const { stage, cast, repository } = play;
  const runs = [...repository.checkRuns.values()].filter((run) => run.headSha === pull.pull.headSha);
  if (runs.length === 0 || runs.some((run) => run.conclusion !== 'success')) return false;
  stage.github.people.mergePull({ repository, as: cast.lead, number: pull.number });
  await stage.settle();
  return true;
}
