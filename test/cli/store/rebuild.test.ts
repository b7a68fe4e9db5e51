import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDecisions } from '../../../src/store/people/list-decisions.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { runProcess } from '../../support/run-process.ts';
import { openSmallPull, settleBoth, type Stage, startAppOn, startStage } from '../../support/stage.ts';
import { openTestStore } from '../../support/test-store.ts';

const root = join(import.meta.dirname, '../../..');
let work: string;
let stage: Stage;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'sprintgate-rebuild-'));
  stage = await startStage();
});
afterAll(async () => {
  await stage.close();
  rmSync(work, { recursive: true, force: true });
});

test(
  'a lost database has every decision back from its receipts, once, without those that were forged, and decides nothing twice',
  { timeout: 120_000 },
  async () => {
    const repository = await stage.repository('rebuilt');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    for (const body of ['/sprintgate hold wait\n/sprintgate status', '/sprintgate unhold', '/sprintgate override production is down']) {
      stage.github.people.comment({ repository, as: 'ana', number: pull.number, body });
      await stage.settle();
      stage.github.advance(60_000);
    }
    const before = await listDecisions(stage.store.db, repository.id);
    expect(before.map(({ kind }) => kind)).toEqual(['hold', 'unhold', 'override']);
    const receipt = [...repository.comments.values()].find(({ body }) => body.includes('sprintgate-receipt:1'));
    // A copy by a person is no receipt, and one of the app whose signature was touched is named.
    stage.github.people.comment({ repository, as: 'ana', number: pull.number, body: receipt?.body ?? '' });
    await stage.settle();
    const slug = await stage.app.context.appSlug();
    const [installation] = await stage.app.context.store.db.query<{ id: number }>('select installation as id from sprintgate.repositories limit 1');
    const key = await (await fetch(`${stage.app.url}/keys/${installation?.id}`)).text();
    await stage.app.stop();

    await (await openTestStore(join(work, 'data'))).close();
    const rebuild = () =>
      runProcess({
        script: join(root, 'src/cli/sprintgate.ts'),
        arguments: ['store', 'rebuild', '--repo', 'acme/rebuilt', '--app-slug', slug, '--receipt-key', key, '--database', join(work, 'data')],
        env: { GITHUB_TOKEN: 'ghp_ana', GITHUB_API_URL: stage.github.apiUrl },
        cwd: work,
      });
    expect(await rebuild()).toEqual({ code: 0, stdout: '3 decisions in receipts, 3 restored, 0 receipts that do not verify\n', stderr: '' });
    expect((await rebuild()).stdout).toBe('3 decisions in receipts, 0 restored, 0 receipts that do not verify\n');

    const restored = await openStore(join(work, 'data'));
    expect(await listDecisions(restored.db, repository.id)).toEqual(before);
    const app = await startAppOn(stage.github, { store: restored });
    const comments = repository.comments.size;
    await app.engine.sweep();
    await settleBoth(stage.github, app);
    expect(await listDecisions(restored.db, repository.id)).toEqual(before);
    expect(repository.comments.size).toBe(comments);
    await app.stop();
    await restored.close();

    if (receipt) receipt.body = receipt.body.replace(/(sprintgate-receipt:1 )./, '$1A');
    const forged = await rebuild();
    expect(forged.code).toBe(1);
    expect(forged.stdout).toMatch(/^! not taken \(signature\): http\S+\n2 decisions in receipts, 0 restored, 1 receipts that do not verify\n$/);
  },
);
