import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smallConfig, type Stage, startStage } from '../../support/stage.ts';
import { answers, saying } from '../never-silent/answers.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
beforeEach(() => {
  stage.github.now = '2027-01-12T18:00:00Z';
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const config = `${smallConfig}freezeLabel: incident\nenvironments: { production: policy }\n`;

async function released(name: string) {
  const repository = await stage.repository(name, { config });
  const { people } = stage.github;
  people.commit({ repository, as: 'luis', branch: 'release/1', files: { 'CHANGELOG.md': '# 1\n' } });
  const pull = people.openPull({ repository, as: 'luis', head: 'release/1' });
  await stage.settle();
  return { repository, pull, headSha: pull.pull.headSha, number: pull.number };
}

describe('an open issue with the label of a freeze', () => {
  test('stops a release with a link to it, until it is closed', async () => {
    const { repository, headSha } = await released('incident');
    const { people } = stage.github;
    expect(answers(stage, repository, headSha)['policy']).toBe('success');
    const issue = people.openIssue({ repository, as: 'ana', title: 'Payments are down', labels: ['incident'] });
    await stage.settle();
    expect(answers(stage, repository, headSha)['policy']).toBe('failure');
    expect(saying(stage, { repository, headSha, gate: 'policy' })).toContain(`/issues/${issue.number}`);
    people.close({ repository, as: 'ana', number: issue.number });
    await stage.settle();
    expect(answers(stage, repository, headSha)['policy']).toBe('success');
  });

  test('lets a release through with the label of an exception and an authority’s word, never with one of them', async () => {
    const { repository, headSha, number } = await released('exception');
    const { people } = stage.github;
    people.openIssue({ repository, as: 'ana', title: 'Payments are down', labels: ['incident'] });
    people.label({ repository, as: 'luis', number, names: ['freeze-exception'] });
    await stage.settle();
    expect(answers(stage, repository, headSha)['policy']).toBe('failure');
    people.comment({ repository, as: 'luis', number, body: '/sprintgate waive freeze until 2027-01-20 it is only a text' });
    await stage.settle();
    expect(answers(stage, repository, headSha)['policy']).toBe('failure');
    people.comment({ repository, as: 'ana', number, body: '/sprintgate waive freeze until 2027-01-20 it mends the payments' });
    await stage.settle();
    expect(answers(stage, repository, headSha)['policy']).toBe('success');
    expect(stage.check(repository, headSha, 'policy')?.output.title).toContain('freeze');
    expect(saying(stage, { repository, headSha, gate: 'policy' })).toContain('it mends the payments');
    people.unlabel({ repository, as: 'luis', number, names: ['freeze-exception'] });
    await stage.settle();
    expect(answers(stage, repository, headSha)['policy']).toBe('failure');
  });

  test('holds a deployment, says why, and lets it go once it is closed', async () => {
    const { repository, pull } = await released('deploys');
    const { people } = stage.github;
    people.mergePull({ repository, as: 'ana', number: pull.number });
    people.guardEnvironment({ repository, environment: 'production' });
    const issue = people.openIssue({ repository, as: 'ana', title: 'Payments are down', labels: ['incident'] });
    await stage.settle();
    const { run } = people.runWorkflow({ repository, as: 'ana', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null });
    people.deploy({ repository, as: 'ana', run, environment: 'production' });
    await stage.settle();
    expect(run.gates[0]?.state).toBe('waiting');
    expect(run.gates[0]?.reports.at(-1)).toContain(`/issues/${issue.number}`);
    people.close({ repository, as: 'ana', number: issue.number });
    await stage.settle();
    expect(run.gates[0]?.state).toBe('approved');
  });
});
