import { expect } from 'vitest';
import type { WorkflowRun } from '../../src/rehearsal/github/records/run.ts';
import type { Scene, Step } from './situation.ts';

/** The pull request is merged, and what came of it is on its way to an environment. */
export function deploys(environment = 'production'): readonly Step[] {
  return [
    ({ stage, repository, pull }) => {
      stage.github.people.guardEnvironment({ repository, environment });
      if (!pull.pull.merged) stage.github.people.mergePull({ repository, as: 'ana', number: pull.number });
    },
    ({ stage, repository }) => {
      const path = '.github/workflows/deploy.yml';
      const { run } = stage.github.people.runWorkflow({ repository, as: 'luis', path, event: 'push', jobs: ['deploy'], conclusion: null });
      stage.github.people.deploy({ repository, as: 'luis', run, environment });
    },
  ];
}

function deployment({ repository }: Scene): WorkflowRun {
  const run = [...repository.runs.values()].findLast(({ gates }) => gates.length > 0);
  if (!run) throw new Error('nothing is on its way to an environment');
  return run;
}

/** How the deployment stands, how many notes it has, and words of the last thing that was said to it. */
export function stands(state: string, notes: number, ...words: readonly (string | RegExp)[]): (scene: Scene) => void {
  return (scene) => {
    const [gate] = deployment(scene).gates;
    const said = (gate?.state === 'waiting' ? gate.reports.at(-1) : gate?.comment) ?? '';
    expect([gate?.state, gate?.reports.length], `${said}`).toEqual([state, notes]);
    const missing = words.filter((word) => !(typeof word === 'string' ? said.includes(word) : word.test(said)));
    expect(missing, `${said}`).toEqual([]);
  };
}

/** Time passes, and the deployment is looked at. */
export function later(now: string): Step {
  return async (scene) => {
    scene.stage.github.now = now;
    const key = { kind: 'deploy', repository: scene.repository.id, run: deployment(scene).id } as const;
    await scene.stage.app.context.enqueue([{ key, priority: 'now' }]);
  };
}

/** An incident is opened, or closed again. */
export function incident(becomes: 'open' | 'closed'): Step {
  return ({ stage, repository }) => {
    const { people } = stage.github;
    if (becomes === 'open') return void people.openIssue({ repository, as: 'ana', title: 'Payments are down', labels: ['incident'] });
    const issue = [...repository.issues.values()].find(({ title }) => title === 'Payments are down');
    people.close({ repository, as: 'ana', number: issue?.number ?? 0 });
  };
}
