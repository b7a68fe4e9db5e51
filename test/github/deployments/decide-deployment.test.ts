import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyWrite } from '../../../src/github/apply/apply-write.ts';
import type { GitHub } from '../../../src/github/client.ts';
import { readDeployedCommit } from '../../../src/github/deployments/read-deployed-commit.ts';
import { readRepository } from '../../../src/github/snapshot/read-repository.ts';
import { openSmallPull, type Stage, startStage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.close();
});

/** A run at a guarded environment that was told, and GitHub as the app. */
async function waiting(name: string) {
  const { people } = stage.github;
  const repository = await stage.repository(name);
  people.guardEnvironment({ repository, environment: 'production' });
  const { run } = people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null });
  people.deploy({ repository, as: 'luis', run, environment: 'production' });
  await stage.settle();
  const access = await stage.app.context.access(repository.id);
  if (!access) throw new Error('the app is not installed');
  const decide = (state: 'approved' | 'rejected', again: boolean) =>
    applyWrite(
      access.github,
      { owner: 'acme', repo: name },
      { do: 'decide-deployment', run: run.id, environment: 'production', state, body: `It is ${state}.`, again },
    );
  return { run, decide, repository, github: access.github satisfies GitHub };
}

test('a decision is made once; one that was made before is refused', async () => {
  const { run, decide } = await waiting('once');
  expect(await decide('approved', false)).toBe(run.id);
  await expect(decide('approved', false)).rejects.toMatchObject({ status: 422 });
});

test('one whose answer never came is made again, and is well when GitHub had it', async () => {
  const { run, decide } = await waiting('unclear');
  stage.github.faults.add({ kind: 'lose-answer', where: 'actions/review-custom-gates-for-run' });
  await expect(decide('approved', false)).rejects.toMatchObject({ status: 502 });
  expect(await decide('approved', true)).toBe(run.id);
  expect(run.gates[0]?.state).toBe('approved');
});

test('what GitHub refuses while it still waits is never taken for a decision', async () => {
  const { run, decide } = await waiting('refused');
  stage.github.faults.add({ kind: 'refuse', status: 422, where: 'actions/review-custom-gates-for-run' });
  await expect(decide('approved', true)).rejects.toMatchObject({ status: 422 });
  expect(run.gates[0]?.state).toBe('waiting');
});

test('a commit is deployed for those who brought it: merged pull requests, and open ones of which it is the head', async () => {
  const { repository, github } = await waiting('brought');
  const { people } = stage.github;
  const pull = openSmallPull(stage, { repository, branch: 'work' });
  await stage.settle();
  const deployed = async (branch?: string) => {
    const where = branch === undefined ? {} : { branch };
    const { run } = people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', event: 'push', ...where });
    return readDeployedCommit(github, await readRepository(github, { owner: 'acme', repo: 'brought' }), run.id);
  };
  expect(await deployed()).toMatchObject({ pulls: [], onDefaultBranch: true, attempt: 1 });
  expect(await deployed('work')).toMatchObject({ pulls: [pull.number], sha: pull.pull.headSha });
  people.mergePull({ repository, as: 'luis', number: pull.number });
  expect(await deployed()).toMatchObject({ pulls: [pull.number] });
  people.commit({ repository, as: 'luis', branch: 'aside', files: { 'one.txt': 'One\n' } });
  expect(await deployed('aside')).toMatchObject({ pulls: [], onDefaultBranch: false });
  expect(await readDeployedCommit(github, await readRepository(github, { owner: 'acme', repo: 'brought' }), 1)).toBeNull();
});
