import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import type { WorkflowRun } from '../../../src/rehearsal/github/records/run.ts';
import { openSmallPull, smallConfig, type Stage, startStage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

/** Configuration with these lines besides, and a repository whose environments `production` and `alpha` we guard. */
async function guarded(name: string, lines = 'environments: { production: policy, alpha: pilot-alpha }\n', change = (config: string) => config) {
  const repository = await stage.repository(name, { config: change(smallConfig) + lines });
  for (const environment of ['production', 'alpha']) stage.github.people.guardEnvironment({ repository, environment });
  return repository;
}

/** A pull request that passes, merged; its merge commit is what the default branch deploys. */
async function merged(repository: Repository): Promise<void> {
  const { number } = openSmallPull(stage, { repository, branch: 'work', files: { 'docs/one.md': 'One\n' } });
  await stage.settle();
  stage.github.people.mergePull({ repository, as: 'luis', number });
  await stage.settle();
}

/** The default branch's head, on its way to an environment. */
async function deploy(repository: Repository, environment = 'production', branch?: string): Promise<WorkflowRun> {
  const path = '.github/workflows/deploy.yml';
  const { run } = stage.github.people.runWorkflow({
    repository,
    as: 'luis',
    path,
    event: 'push',
    jobs: ['deploy'],
    conclusion: null,
    ...(branch === undefined ? {} : { branch }),
  });
  stage.github.people.deploy({ repository, as: 'luis', run, environment });
  await stage.settle();
  return run;
}

async function look(repository: Repository, run: WorkflowRun): Promise<void> {
  await stage.app.context.enqueue([{ key: { kind: 'deploy', repository: repository.id, run: run.id }, priority: 'now' }]);
  await stage.settle();
}

const states = (run: WorkflowRun) => run.gates.map(({ environment, state, reports }) => `${environment} ${state} ${reports.length}`);
const entries = async (repository: Repository, run: WorkflowRun) =>
  (await stage.ledger(repository)).filter(({ subject }) => subject === `${repository.id}/deploy/${run.id}`);

describe('a deployment at an environment that we guard', () => {
  test('is approved when the gate passes, and the ledger says from what', async () => {
    const repository = await guarded('approved');
    await merged(repository);
    const run = await deploy(repository);
    expect(states(run)).toEqual(['production approved 0']);
    expect(run.gates[0]?.comment).toContain('**Approved.**');
    const [decision, outcome, ...further] = await entries(repository, run);
    expect(JSON.parse(decision?.payload ?? '')).toMatchObject({
      decision: { environment: 'production', state: 'approved', commit: run.headSha, attempt: 1 },
      plan: [{ do: 'decide-deployment', state: 'approved' }],
    });
    expect(outcome?.kind).toBe('outcome');
    expect(further).toEqual([]);
  });

  test('waits for readiness, says once why and what to do, in the language of the configuration', async () => {
    const repository = await guarded('waits', undefined, (config) => config.replace('locale: en', 'locale: es'));
    await merged(repository);
    const run = await deploy(repository, 'alpha');
    await look(repository, run);
    expect(states(run)).toEqual(['alpha waiting 1']);
    const [comment = ''] = run.gates[0]?.reports ?? [];
    expect(comment).toMatch(/^\*\*En espera\.\*\* No está listo para Alpha/);
    expect(comment).toContain('- **');
    expect(comment.length).toBeLessThanOrEqual(1024);
    expect(await entries(repository, run)).toHaveLength(2);
  });

  test('waits where nothing says what its environment waits for', async () => {
    const repository = await guarded('unnamed', '');
    await merged(repository);
    const run = await deploy(repository);
    expect(states(run)).toEqual(['production waiting 1']);
    expect(run.gates[0]?.reports[0]).toContain('Name it under `environments`');
  });

  test('waits where there is no good configuration', async () => {
    const repository = await guarded('broken', '', () => 'playbook: nowhere@9\n');
    const run = await deploy(repository);
    expect(states(run)).toEqual(['production waiting 1']);
  });

  test('waits where no pull request brought the commit to a gated branch', async () => {
    const repository = await guarded('aside');
    stage.github.people.commit({ repository, as: 'luis', branch: 'aside', files: { 'docs/two.md': 'Two\n' } });
    const runs = [await deploy(repository, 'production', 'aside'), await deploy(repository, 'alpha', 'aside')];
    for (const run of runs) expect(run.gates[0]?.reports[0]).toContain('No pull request brought this commit');
  });

  test('is judged for readiness although nobody opened a pull request for a commit of the default branch', async () => {
    const repository = await guarded('pushed');
    const run = await deploy(repository, 'alpha');
    expect(run.gates[0]?.reports[0]).toContain('Not ready for Alpha');
  });

  test('is rejected at once on a failure where the configuration says so', async () => {
    const repository = await guarded('strict', 'environments: { production: readiness }\ndeployments: { onFail: reject }\n');
    await merged(repository);
    const run = await deploy(repository);
    expect(states(run)).toEqual(['production rejected 0']);
    expect(run.gates[0]?.comment).toContain('**Rejected.**');
  });

  test('is rejected when it waited too long, by itself', async () => {
    const repository = await guarded('late', 'environments: { production: readiness }\ndeployments: { rejectAfter: 7d }\n');
    await merged(repository);
    const run = await deploy(repository);
    expect(states(run)).toEqual(['production waiting 1']);
    expect(run.gates[0]?.reports[0]).toMatch(/It is rejected at 2027-\d\d-\d\d \d\d:\d\d UTC/);
    expect(await stage.wakeOf(`${repository.id}/deploy/${run.id}`)).not.toBeNull();
    stage.github.advance(7 * 86_400_000);
    await look(repository, run);
    expect(states(run)).toEqual(['production rejected 1']);
    expect(run.gates[0]?.comment).toContain('`deployments.rejectAfter`');
  });

  test('is decided anew when the run is run again', async () => {
    const repository = await guarded('rerun', 'environments: { production: readiness }\ndeployments: { onFail: reject }\n');
    await merged(repository);
    const run = await deploy(repository);
    stage.github.people.rerunWorkflow({ repository, as: 'luis', run, conclusion: null });
    stage.github.people.deploy({ repository, as: 'luis', run, environment: 'production' });
    await stage.settle();
    expect(states(run)).toEqual(['production rejected 0', 'production rejected 0']);
    const decisions = (await entries(repository, run)).filter(({ kind }) => kind === 'decision');
    expect(decisions.map(({ payload }) => (JSON.parse(payload ?? '') as { decision: { attempt: number } }).decision.attempt)).toEqual([1, 2]);
  });

  test('a freeze holds what passes, and lets it go when it is over', async () => {
    const day = (days: number) => new Date(Date.parse(stage.github.now) + days * 86_400_000).toISOString().slice(0, 10);
    const repository = await guarded('frozen', `environments: { production: policy }\nfreeze: [{ from: ${day(-1)}, to: ${day(1)}, reason: end of quarter }]\n`);
    await merged(repository);
    const run = await deploy(repository);
    expect(states(run)).toEqual(['production waiting 1']);
    expect(run.gates[0]?.reports[0]).toContain('end of quarter');
    stage.github.advance(3 * 86_400_000);
    await look(repository, run);
    expect(states(run)).toEqual(['production approved 1']);
  });
});

describe('an answer that never came', () => {
  test('a comment that failed is made again', async () => {
    const repository = await guarded('again', '');
    stage.github.faults.add({ kind: 'refuse', status: 502, where: 'actions/review-custom-gates-for-run' });
    const run = await deploy(repository);
    expect(states(run)).toEqual(['production waiting 1']);
  });

  test('an approval that GitHub had although it answered 502 is not made twice', async () => {
    const repository = await guarded('unclear');
    await merged(repository);
    stage.github.faults.add({ kind: 'lose-answer', where: 'actions/review-custom-gates-for-run' });
    const run = await deploy(repository);
    await look(repository, run);
    expect(states(run)).toEqual(['production approved 0']);
  });
});

describe('a deployment that waits is looked at again', () => {
  const frozen = (to: string) => `environments: { production: policy }\nfreeze: [{ from: 2027-01-01, to: ${to}, reason: end of quarter }]\n`;

  test('when the configuration changes', async () => {
    const repository = await guarded('config', frozen('2027-06-30'));
    await merged(repository);
    const run = await deploy(repository);
    expect(states(run)).toEqual(['production waiting 1']);
    const files = { '.github/sprintgate.yml': smallConfig + frozen('2027-01-02') };
    stage.github.people.commit({ repository, as: 'ana', branch: 'main', files });
    await stage.settle();
    expect(states(run)).toEqual(['production approved 1']);
  });

  test('when somebody with authority decides', async () => {
    const repository = await guarded('decided', 'environments: { staging: checkpoint, production: policy }\n');
    const { number } = openSmallPull(stage, { repository, branch: 'work', files: { 'docs/one.md': 'One\n' } });
    stage.github.people.comment({ repository, as: 'ana', number, body: '/sprintgate hold the plant is down' });
    await stage.settle();
    const run = await deploy(repository, 'production', 'work');
    expect(run.gates[0]?.reports[0]).toContain('the plant is down');
    stage.github.people.comment({ repository, as: 'ana', number, body: '/sprintgate unhold' });
    await stage.settle();
    expect(states(run)).toEqual(['production approved 1']);
  });

  test('and only while it waits', async () => {
    const repository = await guarded('ended', '');
    const run = await deploy(repository);
    expect(await stage.store.directory.waitingRuns(repository.id)).toEqual([run.id]);
    expect(await stage.store.directory.waitingRuns(repository.id, run.headSha)).toEqual([run.id]);
    expect(await stage.store.directory.waitingRuns(repository.id, 'f'.repeat(40))).toEqual([]);
    stage.github.people.finishWorkflow({ repository, as: 'luis', run, conclusion: 'cancelled' });
    await stage.settle();
    expect(await stage.store.directory.waitingRuns(repository.id)).toEqual([]);
  });

  test('for ten comments at most, the last of them kept back', async () => {
    const repository = await guarded('talk', frozen('2027-06-01'));
    await merged(repository);
    const run = await deploy(repository);
    for (let day = 2; day <= 12; day += 1) {
      const files = { '.github/sprintgate.yml': smallConfig + frozen(`2027-06-${String(day).padStart(2, '0')}`) };
      stage.github.people.commit({ repository, as: 'ana', branch: 'main', files });
      await stage.settle();
    }
    expect(states(run)).toEqual(['production waiting 9']);
    expect(run.gates[0]?.reports.at(-1)).toContain('the last note before the decision');
  });
});
