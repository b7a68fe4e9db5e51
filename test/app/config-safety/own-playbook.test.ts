import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallConfig, type Stage, startStage } from '../../support/stage.ts';
import { answers, saying } from '../never-silent/answers.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const file = '.github/playbook.yml';
const config = smallConfig.replace('construir@1', './.github/playbook.yml');
const method = 'extends: construir@1\n';
const license = `${method}criteria:
  - { id: acme.license, category: security, block: s00, target: release, gate: quality, rule: { files: { paths: [LICENSE] } } }
items:
  - { id: s00.acme.license, kind: task, block: s00, parent: s00.block }
texts: { en: { criteria: { acme.license: { title: A license } }, items: { s00.acme.license: { title: Choose a license } } } }
`;

/** A repository with an own playbook, an open pull request with work, and one that changes the playbook to this text. */
async function changing(name: string, text: string) {
  const repository = await stage.repository(name, { config, files: { [file]: method } });
  const { people } = stage.github;
  people.commit({ repository, as: 'luis', branch: 'work', files: { 'docs/notes.md': 'x\n' } });
  const work = people.openPull({ repository, as: 'luis', head: 'work' });
  people.commit({ repository, as: 'luis', branch: 'rules', files: { [file]: text } });
  await stage.settle();
  const pull = people.openPull({ repository, as: 'luis', head: 'rules' });
  await stage.settle();
  const { headSha } = pull.pull;
  return { repository, work, pull, headSha, number: pull.number, says: () => saying(stage, { repository, headSha, gate: 'policy' }) };
}

describe('a pull request that changes the own playbook', () => {
  test('shows what becomes of the plan, and which open pull requests would come out otherwise', async () => {
    const { repository, headSha, work, says } = await changing('adds', license);
    expect(answers(stage, repository, headSha)['policy']).toBe('success');
    expect(says()).toContain('New: 1 issue (Choose a license).');
    expect(says()).toMatch(new RegExp(`The other one was judged\\. Would come out otherwise: #${work.number} \\([^)]+ → ❌\\)`));
  });

  test('that asks for less waits for the authority, and the approval is for this head', async () => {
    const { repository, headSha, number, says } = await changing(
      'weakens',
      `${method}criteria: [{ id: security.secrets, off: true }]\n`.replace('security.secrets', 'api.contract'),
    );
    expect(answers(stage, repository, headSha)['policy']).toBe('failure');
    expect(says()).toContain('a criterion switched off: api.contract');
    stage.github.people.comment({ repository, as: 'ana', number, body: '/sprintgate approve config' });
    await stage.settle();
    expect(answers(stage, repository, headSha)['policy']).toBe('success');
  });

  test('that breaks it is told the line, as an annotation on its file', async () => {
    const { repository, headSha } = await changing('breaks', `${method}criteria:\n  - { id: api.contract, block: s77 }\n`);
    expect(answers(stage, repository, headSha)['policy']).toBe('failure');
    expect(stage.check(repository, headSha, 'policy')?.annotations).toMatchObject([{ path: file, start_line: 3, annotation_level: 'failure' }]);
  });
});

describe('an own playbook on the default branch', () => {
  test('that was deleted opens nothing: the last good one stays in force, and the check says so', async () => {
    const { repository, work } = await changing('deleted', license);
    const { people } = stage.github;
    people.commit({ repository, as: 'ana', branch: 'main', files: { [file]: null } });
    await stage.settle();
    const headSha = work.pull.headSha;
    expect(answers(stage, repository, headSha)['policy']).toBe('failure');
    expect(saying(stage, { repository, headSha, gate: 'policy' })).toContain('the file of the own playbook is not there');
  });
});
