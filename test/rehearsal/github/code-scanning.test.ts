import { expect, test } from 'vitest';
import { startAcme } from './acme.ts';

const ref = 'refs/pull/1/merge';
const finding = { rule: 'js/sql-injection', severity: 'error', security: 'critical', path: 'src/api/app.ts', line: 1 } as const;

test('alerts are listed by ref, and are fixed when a newer analysis of the ref no longer has them', async () => {
  const { github, repository, bot, at } = await startAcme();
  const commitSha = repository.refs.get('refs/heads/main') ?? '';
  github.people.scanCode({ repository, ref, commitSha, results: [finding, { rule: 'js/unused', severity: 'note', path: 'src/api/app.ts' }] });
  const open = async (on: string) =>
    (await bot.rest.codeScanning.listAlertsForRepo({ ...at, ref: on, state: 'open' })).data.map(({ rule }) => [rule.id, rule.security_severity_level ?? null]);
  expect(await open(ref)).toEqual([
    ['js/unused', null],
    ['js/sql-injection', 'critical'],
  ]);
  expect(await open('main')).toEqual([]);
  github.people.scanCode({ repository, ref, commitSha, results: [] });
  expect(await open(ref)).toEqual([]);
  const { data } = await bot.rest.codeScanning.listRecentAnalyses({ ...at, ref });
  expect(data.map(({ results_count, commit_sha }) => [results_count, commit_sha])).toEqual([
    [0, commitSha],
    [2, commitSha],
  ]);
  await github.close();
  github.assertClean();
});

test('it answers 404 while nothing was analysed, 403 where it is off, and 403 without the permission', async () => {
  const { github, repository, bot, at } = await startAcme();
  await expect(bot.rest.codeScanning.listRecentAnalyses(at)).rejects.toMatchObject({ status: 404 });
  github.people.switchCodeScanning({ repository, on: false });
  await expect(bot.rest.codeScanning.listAlertsForRepo(at)).rejects.toMatchObject({ status: 403, message: expect.stringContaining('must be enabled') });
  await github.close();
});
