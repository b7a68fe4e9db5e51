import { expect } from 'vitest';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { WorkflowRun } from '../../src/rehearsal/github/records/run.ts';
import type { Scene, Situation, Step } from './situation.ts';

type Claim = NonNullable<Situation['and']>;
type Uploads = Readonly<Record<string, Readonly<Record<string, string>>>>;

function newestRun({ repository }: Scene, workflow: string): WorkflowRun {
  const run = [...repository.runs.values()].filter(({ path }) => path.endsWith(`/${workflow}`)).at(-1);
  if (!run) throw new Error(`${workflow} never ran`);
  return run;
}

/** The newest run of a workflow runs once more, whole or some of its jobs: with these uploads, and an end unless it is null. */
export function reruns(named: Uploads, { workflow = 'ci.yml', conclusion = 'success' }: { workflow?: string; conclusion?: string | null } = {}): Step {
  return (scene) => {
    const artifacts = Object.entries(named).map(([name, files]) => ({ name, files }));
    scene.stage.github.people.rerunWorkflow({ repository: scene.repository, as: 'luis', run: newestRun(scene, workflow), artifacts, conclusion });
  };
}

/** The newest run of a workflow, which was left running, uploads these and ends. */
export function finishes(named: Uploads, { workflow = 'ci.yml', conclusion = 'success' } = {}): Step {
  return (scene) => {
    const run = newestRun(scene, workflow);
    const { repository } = scene;
    for (const [name, files] of Object.entries(named)) scene.stage.github.people.uploadArtifact({ repository, run, name, files });
    scene.stage.github.people.finishWorkflow({ repository, as: 'luis', run, conclusion });
  };
}

/** The same branch is proposed for another base too: two pull requests with one head. */
export function alsoInto(base: string): Step {
  return ({ stage, repository, pull }) => {
    stage.github.people.createBranch({ repository, as: 'ana', branch: base });
    stage.github.people.openPull({ repository, as: 'luis', head: pull.pull.headRef, base, title: `Work for ${base}` });
  };
}

/** The pull request enters the merge queue: GitHub asks for checks on the group's own commit. */
export const queues: Step = ({ stage, repository, pull }) => {
  stage.github.people.enqueue({ repository, as: 'luis', number: pull.number });
};

/** Somebody proposes work from a fork. */
export function forks(as: string, files: Readonly<Record<string, string>>): Step {
  return ({ stage, repository }) => {
    const fork = stage.github.people.fork({ repository, as });
    stage.github.people.commit({ repository: fork, as, branch: 'forked', files });
    stage.github.people.openPull({ repository, as, head: 'forked', headRepository: fork, title: 'Work of a fork' });
  };
}

/** The pull request from this branch, where it is not the situation's own. */
export function pullFrom({ repository }: Scene, branch: string): PullIssue {
  const found = [...repository.issues.values()].find((issue): issue is PullIssue => issue.pull?.headRef === branch);
  if (!found) throw new Error(`nobody opened a pull request from ${branch}`);
  return found;
}

/** What a gate says of the commit of the newest merge group. */
export function groupSays(gate: string, conclusion: string, ...words: readonly string[]): Claim {
  return ({ stage, repository }) => {
    const run = stage.check(repository, repository.queue.at(-1)?.headSha ?? '', gate);
    const said = [run?.output.title, run?.output.summary, run?.output.text].join('\n');
    expect([run?.conclusion ?? run?.status ?? 'nothing', words.filter((word) => !said.includes(word)), said]).toEqual([conclusion, [], said]);
  };
}

/** Of each gate there is one check on the head, and no second one of its name. */
export const oneCheckEach: Claim = ({ stage, repository, pull }) => {
  const ours = [...repository.checkRuns.values()].filter((run) => run.appId === stage.github.app.id && run.headSha === pull.pull.headSha);
  expect(ours.map(({ name }) => name).toSorted()).toEqual(['checkpoint', 'coverage', 'policy', 'readiness'].map((gate) => `sprintgate/${gate}`));
};

/** A check marks these lines of these files, as `path:from-to`. */
export function marks(gate: string, ...places: readonly string[]): Claim {
  return ({ stage, repository, pull }) => {
    const marked = stage.check(repository, pull.pull.headSha, gate)?.annotations ?? [];
    expect(marked.map((mark) => `${mark.path}:${mark.start_line}-${mark.end_line}`)).toEqual(places);
  };
}
