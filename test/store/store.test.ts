import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/core/people/decision.ts';
import type { SealedBundle } from '../../src/core/evidence/bundle/bundle.ts';
import { findBundles } from '../../src/store/evidence/find-bundles.ts';
import { findHeads } from '../../src/store/evidence/find-heads.ts';
import { saveBundle } from '../../src/store/evidence/save-bundle.ts';
import { beginOnboarding } from '../../src/store/known/begin-onboarding.ts';
import { closePullsExcept } from '../../src/store/known/close-pulls-except.ts';
import { findGoodOrganisationConfig } from '../../src/store/known/find-good-organisation-config.ts';
import { findGoodPolicy } from '../../src/store/known/find-good-policy.ts';
import { findPulls } from '../../src/store/known/find-pulls.ts';
import { findRepository } from '../../src/store/known/find-repository.ts';
import { finishOnboarding } from '../../src/store/known/finish-onboarding.ts';
import { forgetInstallation } from '../../src/store/known/forget-installation.ts';
import { listReleases } from '../../src/store/known/list-releases.ts';
import { listRepositories } from '../../src/store/known/list-repositories.ts';
import { markRelease } from '../../src/store/known/mark-release.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import { saveGoodOrganisationConfig } from '../../src/store/known/save-good-organisation-config.ts';
import { saveGoodPolicy } from '../../src/store/known/save-good-policy.ts';
import { savePull } from '../../src/store/known/save-pull.ts';
import { appendDecision } from '../../src/store/people/append-decision.ts';
import { listCommandMarks } from '../../src/store/people/list-command-marks.ts';
import { listDecisions } from '../../src/store/people/list-decisions.ts';
import { markCommand } from '../../src/store/people/mark-command.ts';
import { migrate } from '../../src/store/migrate.ts';
import { onEveryStore } from '../support/every-store.ts';

const big = 9_007_199_254_740_000;

function decision(id: string, at: string): Decision {
  return {
    id,
    at,
    kind: 'approve',
    repository: big,
    unit: '.',
    subject: 'architecture-review',
    reason: null,
    link: null,
    until: null,
    conditions: [],
    by: { id: 7, login: 'ana', type: 'User' },
    proof: { authority: 'architecture-review', via: [{ kind: 'team', name: 'acme/architects' }], checkedAt: at },
    source: { commentId: 5, bodyHash: 'h', line: 1, issue: 3, url: 'https://example.test/3' },
    commits: { from: null, to: 'c'.repeat(40) },
  };
}

function bundle(runId: number, tree: string | null): SealedBundle {
  const identity = {
    repositoryId: 1,
    headSha: 'a'.repeat(40),
    testedSha: 'b'.repeat(40),
    testedTree: tree,
    baseSha: null,
    workflowPath: '.github/workflows/ci.yml',
    event: 'pull_request',
    job: 'test',
    uploadName: 'coverage',
    runId,
    runAttempt: 1,
  };
  return { identity, provenance: { kind: 'self-reported' }, completedAt: '2027-01-11T10:00:00Z', readerVersion: 1, content: Buffer.from('sealed') };
}

describe('the store', () => {
  onEveryStore((store) => {
    it('gives ids, times and booleans back in the same types', async () => {
      const [row] = await store().db.query<object>(
        "select $1::bigint as id, count(*) as n, timestamptz '2027-01-11 10:00+02' as t, true as yes, $2::text[] as names",
        [big, ['a', 'b']],
      );
      expect(row).toEqual({ id: big, n: 1, t: '2027-01-11T08:00:00.000Z', yes: true, names: ['a', 'b'] });
    });

    it('undoes a transaction that throws, and goes on working', async () => {
      const { db } = store();
      const broken = db.transaction(async (transaction) => {
        await transaction.query('insert into sprintgate.releases (repository, pull) values (1, 1)');
        await transaction.query('select 1 / 0');
      });
      await expect(broken).rejects.toThrow(/division by zero/);
      expect(await listReleases(db, 1)).toEqual([]);
    });

    it('refuses the outer handle inside a transaction instead of waiting for ever', async () => {
      const { db } = store();
      await expect(db.transaction(() => db.query('select 1'))).rejects.toThrow(/use the transaction's own handle/);
    });

    it('migrates an up-to-date database to itself, and refuses one from a newer version', async () => {
      const { db } = store();
      await Promise.all([migrate(db), migrate(db)]);
      await db.query("insert into sprintgate.migrations (name) values ('999-later')");
      await expect(migrate(db)).rejects.toThrow(/newer Sprintgate \(it has 999-later\)/);
    });

    it('lets one holder of a lock in at a time, and others of another name past it', async () => {
      const events: string[] = [];
      const entered = Promise.withResolvers<void>();
      const leave = Promise.withResolvers<void>();
      const first = store().withLock('sha/a', async () => {
        events.push('first in');
        entered.resolve();
        await leave.promise;
        events.push('first out');
      });
      await entered.promise;
      const second = store().withLock('sha/a', async () => {
        events.push('second in');
      });
      await store().withLock('sha/b', async () => {
        events.push('other in');
      });
      leave.resolve();
      await Promise.all([first, second]);
      expect(events).toEqual(['first in', 'other in', 'first out', 'second in']);
    });

    it('frees a lock when its work throws, and refuses to wait for itself', async () => {
      await expect(
        store().withLock('x', async () => {
          throw new Error('boom');
        }),
      ).rejects.toThrow('boom');
      await expect(store().withLock('x', () => store().withLock('x', async () => 1))).rejects.toThrow(/already held/);
      expect(await store().withLock('x', async () => 2)).toBe(2);
    });

    it('keeps a decision once and for good, and lists them in order', async () => {
      const { db } = store();
      expect(await appendDecision(db, decision('two', '2027-02-02T00:00:00Z'))).toBe(true);
      expect(await appendDecision(db, decision('one', '2027-02-01T00:00:00Z'))).toBe(true);
      expect(await appendDecision(db, { ...decision('one', '2027-02-01T00:00:00Z'), reason: 'another' })).toBe(false);
      expect(await listDecisions(db, big)).toEqual([decision('one', '2027-02-01T00:00:00Z'), decision('two', '2027-02-02T00:00:00Z')]);
      expect(await listDecisions(db, 1)).toEqual([]);
      await expect(db.exec("update sprintgate.decisions set kind = 'reject'")).rejects.toThrow(/never changed/);
      await expect(db.exec('delete from sprintgate.decisions')).rejects.toThrow(/never changed/);
    });

    it('marks a command once for each body and line', async () => {
      const { db } = store();
      const mark = { repository: 1, commentId: big, bodyHash: 'h1', line: 1 };
      const answer = { outcome: 'accepted', at: '2027-02-01T00:00:00Z' };
      expect(await markCommand(db, mark, answer)).toBe(true);
      expect(await markCommand(db, mark, answer)).toBe(false);
      expect(await markCommand(db, { ...mark, bodyHash: 'h2' }, answer)).toBe(true);
      expect(await markCommand(db, { ...mark, line: 2 }, answer)).toBe(true);
      expect((await listCommandMarks(db, 1, [big, 4])).map((found) => `${found.bodyHash}:${found.line}`).toSorted()).toEqual(['h1:1', 'h1:2', 'h2:1']);
      expect(await listCommandMarks(db, 2, [big])).toEqual([]);
    });

    it('finds evidence by commit, by tree and by artifact', async () => {
      const { db } = store();
      await saveBundle(db, bundle(1, 't1'), 77);
      await saveBundle(db, bundle(2, null));
      await saveBundle(db, { ...bundle(1, 't1'), completedAt: '2027-01-12T10:00:00Z' }, 77);
      const runs = async (query: Parameters<typeof findBundles>[1]) => (await findBundles(db, query)).map((found) => found.identity.runId);
      expect(await runs({ repository: 1, commit: 'a'.repeat(40) })).toEqual([1, 2]);
      expect(await runs({ repository: 1, commit: 'b'.repeat(40) })).toEqual([1, 2]);
      expect(await runs({ repository: 1, tree: 't1' })).toEqual([1]);
      expect(await runs({ repository: 1, artifactId: 77 })).toEqual([1]);
      expect(await findBundles(db, { repository: 1, artifactId: 77 })).toEqual([{ ...bundle(1, 't1'), completedAt: '2027-01-12T10:00:00Z' }]);
      expect(await runs({ repository: 2, commit: 'a'.repeat(40) })).toEqual([]);
      // What an older version packed otherwise is as good as unknown.
      await db.query('update sprintgate.bundles set body = $1 where run_id = 1', [JSON.stringify(bundle(1, 't1'))]);
      await db.query("update sprintgate.bundles set body = '{' where run_id = 2", []);
      expect(await runs({ repository: 1, commit: 'a'.repeat(40) })).toEqual([]);
    });

    it('finds what is known of evidence by many commits and trees, and opens only what is wanted', async () => {
      const { db } = store();
      await saveBundle(db, bundle(1, 't1'), 77);
      await saveBundle(db, bundle(2, null));
      const runs = async (commits: string[], trees: string[], repository = 1) =>
        (await findHeads(db, { repository, commits, trees })).map(({ identity }) => identity.runId);
      expect(await runs(['b'.repeat(40), 'x'], [])).toEqual([1, 2]);
      expect(await runs([], ['t1', 't2'])).toEqual([1]);
      expect(await runs(['a'.repeat(40)], [])).toEqual([]);
      expect(await runs([], [])).toEqual([]);
      expect(await runs(['b'.repeat(40)], ['t1'], 2)).toEqual([]);
      const [known] = await findHeads(db, { repository: 1, commits: [], trees: ['t1'] });
      expect(known).not.toHaveProperty('content');
      expect(
        (await findBundles(db, { repository: 1, commit: 'b'.repeat(40) }, ({ identity }) => identity.runId === 2)).map(({ identity }) => identity.runId),
      ).toEqual([2]);
    });

    it('knows repositories by id through renames, and forgets an installation', async () => {
      const { db } = store();
      await rememberRepository(db, { id: 1, owner: 'acme', name: 'old', installation: 9 });
      await rememberRepository(db, { id: 1, owner: 'acme', name: 'new', installation: 9 });
      await rememberRepository(db, { id: 2, owner: 'acme', name: 'other', installation: 9 });
      await forgetInstallation(db, 9, [2]);
      expect((await listRepositories(db, 9)).map((known) => known.name)).toEqual(['new']);
      await forgetInstallation(db, 9);
      expect(await findRepository(db, 1)).toEqual({ id: 1, owner: 'acme', name: 'new', installation: null });
      expect(await listRepositories(db)).toEqual([]);
    });

    it('closes pull requests that a listing does not show, but none that moved after it began', async () => {
      const { db } = store();
      const pull = { repository: 1, headSha: 'h', baseRef: 'main', open: true };
      for (const number of [1, 2]) await savePull(db, { ...pull, number, updatedAt: '2027-01-02T00:00:00Z' });
      await savePull(db, { ...pull, number: 3, updatedAt: '2027-01-02T10:00:01Z' });
      await closePullsExcept(db, 1, { open: [1], begunAt: '2027-01-02T10:00:00Z' });
      expect(await findPulls(db, 1)).toEqual([3, 1]);
    });

    it('finds open pull requests by head, recently active first, whatever the order of events', async () => {
      const { db } = store();
      const pull = { repository: 1, headSha: 'h', baseRef: 'main', open: true };
      await savePull(db, { ...pull, number: 1, updatedAt: '2027-01-02T00:00:00Z' });
      await savePull(db, { ...pull, number: 2, updatedAt: '2027-01-03T00:00:00Z' });
      await savePull(db, { ...pull, number: 2, headSha: 'older', updatedAt: '2027-01-01T00:00:00Z' });
      await savePull(db, { ...pull, number: 3, headSha: 'else', updatedAt: '2027-01-04T00:00:00Z' });
      expect(await findPulls(db, 1, 'h')).toEqual([2, 1]);
      expect(await findPulls(db, 1)).toEqual([3, 2, 1]);
      await savePull(db, { ...pull, number: 2, open: false, updatedAt: '2027-01-03T00:00:00Z' });
      expect(await findPulls(db, 1, 'h')).toEqual([1]);
    });

    it('keeps the last good config of a repository and of an organisation', async () => {
      const { db } = store();
      const config = { file: '.github/sprintgate.yml', text: 'tier: 2\n', commit: 'c1' };
      expect(await findGoodPolicy(db, 1)).toBeNull();
      await saveGoodPolicy(db, 1, config);
      await saveGoodPolicy(db, 1, { ...config, commit: 'c2' });
      expect(await findGoodPolicy(db, 1)).toEqual({ ...config, commit: 'c2' });
      const playbook = { path: '.github/playbook.yml', text: 'extends: construir@1\n', sha: 'p1' };
      await saveGoodPolicy(db, 1, { ...config, playbook });
      expect(await findGoodPolicy(db, 1)).toEqual({ ...config, playbook });
      await saveGoodOrganisationConfig(db, 'Acme', config);
      expect(await findGoodOrganisationConfig(db, 'acme')).toEqual(config);
    });

    it('onboards a repository once, also when two workers try', async () => {
      const { db } = store();
      const attempts = await Promise.all([beginOnboarding(db, 1), beginOnboarding(db, 1)]);
      expect(attempts.filter((attempt) => attempt.first)).toHaveLength(1);
      await finishOnboarding(db, 1, 12);
      expect(await beginOnboarding(db, 1)).toEqual({ first: false, issue: 12 });
    });

    it('remembers that a pull request is a release, however often it is told', async () => {
      const { db } = store();
      await markRelease(db, 1, 5);
      await markRelease(db, 1, 5);
      expect(await listReleases(db, 1)).toEqual([5]);
    });
  });
});
