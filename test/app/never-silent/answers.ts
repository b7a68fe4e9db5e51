import type { PullIssue } from '../../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import type { Stage } from '../../support/stage.ts';

/** The gates of `smallConfig` that are on. */
export const gates = ['checkpoint', 'coverage', 'policy', 'readiness'];

/** What each gate says of a commit: its conclusion, else its state. A gate that said nothing is not there. */
export function answers({ github }: Stage, repository: Repository, headSha: string): Record<string, string> {
  const runs = [...repository.checkRuns.values()].filter((run) => run.appId === github.app.id && run.headSha === headSha);
  return Object.fromEntries(runs.map((run) => [run.name.replace('sprintgate/', ''), run.conclusion ?? run.status]));
}

/** What a gate says in words: the title and all of the text below it. */
export function saying(stage: Stage, on: { readonly repository: Repository; readonly headSha: string; readonly gate: string }): string {
  const output = stage.check(on.repository, on.headSha, on.gate)?.output;
  return [output?.title, output?.summary, output?.text].join('\n');
}

/** How often we wrote to a commit's checks since a mark of the request log. */
export function checkWrites({ github }: Stage, mark: number): number {
  return github.requests.since(mark).entries.filter(({ operation }) => operation === 'checks/create' || operation === 'checks/update').length;
}

export interface OfPull {
  readonly repository: Repository;
  readonly pull: PullIssue;
}

/** The tests of a pull request, with a report that covers `files`; `conclusion: null` leaves them running. */
export function runTests(
  { github }: Stage,
  { repository, pull, report, conclusion }: OfPull & { readonly report?: string; readonly conclusion?: string | null },
) {
  return github.people.runWorkflow({
    repository,
    as: 'luis',
    path: '.github/workflows/ci.yml',
    pull: pull.number,
    jobs: ['test'],
    ...(report === undefined ? {} : { artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': report } }] }),
    ...(conclusion === undefined ? {} : { conclusion }),
  });
}
