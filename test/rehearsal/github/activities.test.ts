import { expect, test } from 'vitest';
import { startAcme } from './acme.ts';

test('every change of a branch is listed with who made it and how, newest first, by a cursor', async () => {
  const { github, bot, at } = await startAcme();
  const { people } = github;
  const repository = 'acme/shop';
  people.commit({ repository, as: 'luis', branch: 'feature', files: { 'a.ts': '1\n' } });
  people.commit({ repository, as: 'ana', branch: 'feature', files: { 'a.ts': '2\n' } });
  const pull = people.openPull({ repository, as: 'luis', head: 'feature' });
  people.mergePull({ repository, as: 'ana', number: pull.number });
  people.commit({ repository, as: 'luis', files: { 'direct.ts': '1\n' } });
  const list = (ref: string) => bot.paginate('GET /repos/{owner}/{repo}/activity', { ...at, ref, per_page: 1 });
  const shown = (entries: Awaited<ReturnType<typeof list>>) => entries.map(({ activity_type, actor }) => [activity_type, actor?.login]);
  expect(shown(await list('refs/heads/feature'))).toEqual([
    ['push', 'ana'],
    ['branch_creation', 'luis'],
  ]);
  expect(shown(await list('main'))).toEqual([
    ['push', 'luis'],
    ['pr_merge', 'ana'],
    ['branch_creation', 'ana'],
  ]);
  await github.close();
  github.assertClean();
});
