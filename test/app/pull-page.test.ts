import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pullPagePorts } from '../../src/app/pages/pull/pull-page-ports.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { listJudged } from '../../src/store/ledger/list-judged.ts';
import { testPages } from '../web/test-pages.ts';
import { openSmallPull, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;
let pull: PullIssue;

beforeAll(async () => {
  stage = await startStage();
  repository = await stage.repository('scoring');
  pull = openSmallPull(stage, { repository, branch: 'work' });
  await stage.settle();
  stage.github.people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate approve s00' });
  await stage.settle();
});
afterAll(() => stage.close());

const target = () => ({ repository: repository.id, pull: pull.number });

describe('the page of a pull request, from the ledger of the app', () => {
  test('finds its decisions, explains the newest, and asks GitHub for nothing', async () => {
    const ports = pullPagePorts(stage.store.db);
    const requests = stage.github.requests.entries.length;
    const { lines, more } = await ports.history(target(), null);
    expect(lines.length).toBeGreaterThan(0);
    expect(more).toBe(false);
    expect(lines.map(({ by, lost }) => [by, lost])).toEqual(lines.map(() => ['own', null]));
    expect(lines[0]?.head).toBe(pull.pull.headSha);
    const explained = await ports.explained(target(), lines[0]?.seq ?? 0);
    if (explained === null || explained === 'slow') throw new Error('the newest decision is kept');
    expect(explained.title).toBe('Work on work');
    expect(explained.gates.find(({ verdict }) => verdict.gate === 'coverage')?.actions.length).toBeGreaterThan(0);
    expect(explained.seen?.tree.files).toBeGreaterThan(1);
    expect(await ports.explained(target(), lines[0]?.seq ?? 0)).toBe(explained);
    expect(await ports.explained({ ...target(), pull: 999 }, lines[0]?.seq ?? 0)).toBeNull();
    expect(await ports.isKnown(target())).toBe(true);
    expect(stage.github.requests.entries.length).toBe(requests);
  });

  test('is served by the routes, with the history', async () => {
    const found = { id: repository.id, owner: 'acme', name: 'scoring', installation: 1 };
    const routes = testPages({ pulls: pullPagePorts(stage.store.db), findRepository: async () => found, signIn: null, baseUrl: 'http://127.0.0.1:3000' });
    const answer = await routes.request(`/r/acme/scoring/pull/${pull.number}`, { headers: { host: '127.0.0.1:3000' } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Work on work');
  });

  test('judges again what was seen with a supposed figure, in a process of its own, and writes nothing', async () => {
    const ports = pullPagePorts(stage.store.db);
    const [newest] = (await ports.history(target(), null)).lines;
    const before = await stage.ledger(repository);
    const answer = await ports.suppose(target(), newest?.seq ?? 0, { coverage: [{ component: 'api', points: 9_500 }], labels: [], signatures: [] });
    if (!('supposed' in answer)) throw new Error(JSON.stringify(answer));
    expect(answer.supposed.gates.find(({ gate }) => gate === 'coverage')).toMatchObject({ after: 'pass' });
    expect(await stage.ledger(repository)).toEqual(before);
    expect(await ports.suppose(target(), 9_999, { labels: [] })).toEqual({ not: { why: 'gone' } });
  });

  test('says of what was erased that it is, also when it was shown before', async () => {
    const { db } = stage.store;
    const ports = pullPagePorts(db);
    const [row] = await listJudged(db, { ...target(), before: null, limit: 1 });
    if (!row) throw new Error('it was judged');
    expect(await ports.explained(target(), row.seq)).not.toBeNull();
    await db.transaction(async (transaction) => {
      await transaction.query(`set local sprintgate.erasing = 'on'`);
      const sql = 'update sprintgate.ledger_payloads set payload = null, salt = null, snapshots = $3, erased_at = $4 where repository = $1 and seq = $2';
      await transaction.query(sql, [repository.id, row.seq, [], '2027-02-01T00:00:00Z']);
    });
    expect(await ports.explained(target(), row.seq)).toBeNull();
    expect((await ports.history(target(), null)).lines[0]?.lost).toEqual({ why: 'erased', at: '2027-02-01T00:00:00Z' });
  });
});
