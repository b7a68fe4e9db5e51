import { addDays } from '../../core/calendar/calendar-day.ts';
import { sprintCalendar } from '../../core/calendar/sprint-calendar.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PullIssue } from '../github/records/find.ts';
import type { Issue } from '../github/records/issue.ts';
import type { Repository } from '../github/records/repository.ts';
import type { Cast } from './cast.ts';
import type { Change, Material } from './material.ts';
import type { Stage } from './stage.ts';
import { type StoryWords, storyWords } from './story-words.ts';

/** Everything that a scene works with. */
export interface Play {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly material: Material;
  readonly policy: Policy;
  readonly repository: Repository;
  readonly words: StoryWords;
}

/** Puts cast, material and stage together; the repository is there, the app is not installed yet. */
export function createPlay(parts: Omit<Play, 'words' | 'repository'>): Play {
  const { stage, cast, material, policy } = parts;
  const repository = stage.github.people.createRepository({
    owner: material.owner,
    as: cast.lead,
    name: material.name,
    description: material.description,
    files: { ...material.files },
  });
  stage.github.people.grantRole({ repository, login: cast.developer, role: 'write' });
  for (const { login, role } of cast.roles) stage.github.people.grantRole({ repository, login, role });
  return { ...parts, repository, words: storyWords[policy.locale] };
}

/** Sets the clock to noon of a day; the app reads the same clock. */
export function goTo(play: Play, day: string): void {
  play.stage.github.now = `${day}T18:00:00Z`;
}

/** A day within a sprint. */
export function dayOfSprint(policy: Policy, sprint: number, offset: number): string {
  const dates = sprintCalendar(policy).find((each) => each.sprint === sprint);
  return addDays(dates?.start ?? policy.schedule.start, offset);
}

/** A workflow run for a pull request that uploads the reports of a change under the names that the configuration expects. */
export function runTests(play: Play, pull: PullIssue, change: Change): void {
  const { stage, policy, material, cast, repository } = play;
  const names = new Set(policy.components.flatMap(({ uploads }) => uploads));
  const prefix = policy.evidence.uploads;
  const uploads = names.size > 0 ? [...names] : [`${prefix}-tests`];
  stage.github.people.runWorkflow({
    repository,
    as: cast.developer,
    path: material.workflow,
    pull: pull.number,
    jobs: material.jobs ?? ['test'],
    artifacts: uploads.map((name) => ({ name: name.startsWith(prefix) ? name : `${prefix}-${name}`, files: change.reports })),
  });
}

/** The issue that an item was seeded as. */
export function issueOf(play: Play, item: string): Issue | null {
  return [...play.repository.issues.values()].find((issue) => issue.body?.includes(` id=${item} `)) ?? null;
}
