import type { PullIssue } from '../../github/records/find.ts';
import type { Change } from '../material.ts';
import { mergeIfGreen } from '../merge-if-green.ts';
import { type Play, runTests } from '../play.ts';
import { sprintMilestone } from '../sprint-milestone.ts';
import { sprintReports } from './sprint-reports.ts';
import { openItems } from './close-items.ts';
import { filesOf, sprintWork } from './sprint-work.ts';
import { wholeWords } from './whole-words.ts';
import { filesUntil } from './whole-material.ts';

/** In these sprints a dependency with a known hole is in: security finds it before it signs. */
const vulnerable: ReadonlySet<number> = new Set([9, 10]);

export interface SprintState {
  readonly sprint: number;
  readonly users?: number;
  /** The hole is mended, whatever the sprint. */
  readonly mended?: boolean;
  readonly weak?: Readonly<Record<string, number>>;
}

/** What the tools report on the default branch once the work of a sprint is in. */
export function changeOf({ stage, material }: Play, { sprint, users = 0, mended = false, weak = {} }: SprintState): Change {
  const files = filesUntil(material, sprint);
  return { files, reports: sprintReports({ sprint, at: stage.github.now, users, files, weak, vulnerable: vulnerable.has(sprint) && !mended }) };
}

/** The developer opens the pull request of a sprint, which closes an item of it, and its tests run. */
export function openSprintPull(play: Play, state: SprintState): PullIssue {
  const { stage, cast, repository, policy } = play;
  const words = wholeWords[policy.locale];
  const work = sprintWork[state.sprint];
  if (!work) throw new RangeError(`there is no sprint ${state.sprint}`);
  const milestone = sprintMilestone(repository, state.sprint);
  const [item] = openItems(play, milestone).toReversed();
  const title = work.title[policy.locale];
  const branch = `sprint-${String(state.sprint).padStart(2, '0')}`;
  stage.github.people.commit({ repository, as: cast.developer, branch, files: filesOf(work), message: title });
  const body = words.sprintBody(state.sprint) + (item ? `\n\nCloses #${item.number}` : '');
  const pull = stage.github.people.openPull({ repository, as: cast.developer, head: branch, title, body });
  stage.github.people.setMilestone({ repository, as: cast.developer, number: pull.number, milestone });
  runTests(play, pull, changeOf(play, state));
  return pull;
}

/** The lead merges it when all is green, and the tests run on the default branch. */
export async function mergeSprintPull(play: Play, pull: PullIssue, state: SprintState): Promise<boolean> {
  const merged = await mergeIfGreen(play, pull);
  if (merged) await measure(play, state);
  return merged;
}

/** The workflow runs on the default branch, on its own. */
export async function measure(play: Play, state: SprintState): Promise<void> {
  const { stage, cast, material, policy, repository } = play;
  stage.github.people.runWorkflow({
    repository,
    as: cast.lead,
    path: material.workflow,
    jobs: material.jobs ?? ['test'],
    artifacts: [{ name: `${policy.evidence.uploads}-tests`, files: changeOf(play, state).reports }],
  });
  await stage.settle();
}
