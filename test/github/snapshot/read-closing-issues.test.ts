import { afterAll, beforeAll, expect, it } from 'vitest';
import { readClosingIssues } from '../../../src/github/snapshot/read-closing-issues.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';

let acme: Acme;
beforeAll(async () => {
  acme = await startAcme();
});
afterAll(async () => {
  await acme.github.close();
});

it('reads to whom the issues are assigned that a pull request closes', async () => {
  const { people } = acme.github;
  const repository = people.createRepository({ owner: 'acme', as: 'ana', name: 'closing', files: { 'a.ts': 'one\n' } });
  people.grantRole({ repository, login: 'luis', role: 'write' });
  people.commit({ repository, as: 'luis', branch: 'work', files: { 'a.ts': 'two\n' } });
  const { number } = people.openIssue({ repository, as: 'ana', title: 'Broken', labels: ['bug'], assignees: ['luis'] });
  const other = people.openIssue({ repository, as: 'ana', title: 'Nobody mends it' });
  const pull = people.openPull({ repository, as: 'luis', head: 'work', body: `Closes #${number}\nCloses #${other.number}` });
  const closes = await readClosingIssues(acme.bot, { owner: 'acme', repo: 'closing' }, pull.number);
  const luis = (await acme.bot.rest.users.getByUsername({ username: 'luis' })).data.id;
  expect(closes.map((issue) => [issue.number, issue.assignees])).toEqual([
    [number, [luis]],
    [other.number, []],
  ]);
});
