import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;
let sha: string;

beforeEach(async () => {
  acme = await startAcme();
  sha = acme.repository.refs.get('refs/heads/main') ?? '';
});

afterEach(async () => {
  await acme.github.close();
});

const name = 'sprintgate/coverage';

function annotations(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    path: 'README.md',
    start_line: index + 1,
    end_line: index + 1,
    annotation_level: 'notice' as const,
    message: `note ${index}`,
  }));
}

test('a conclusion completes the run, and completing without one is refused (§2)', async () => {
  const done = await acme.bot.rest.checks.create({ ...at, name, head_sha: sha, conclusion: 'success' });
  expect(done.data.status).toBe('completed');
  // The types forbid it, the description does not.
  expect((await refused(acme.bot.request('POST /repos/{owner}/{repo}/check-runs', { ...at, name, head_sha: sha, status: 'completed' } as never))).status).toBe(
    422,
  );
});

test('only GitHub itself says stale (§2)', async () => {
  const refusal = await refused(acme.bot.request('POST /repos/{owner}/{repo}/check-runs', { ...at, name, head_sha: sha, conclusion: 'stale' } as never));
  expect(refusal.status).toBeGreaterThanOrEqual(400);
});

test('summary and text hold 65,535 bytes, not characters (§2)', async () => {
  const fits = 'é'.repeat(32_767);
  expect((await acme.bot.rest.checks.create({ ...at, name, head_sha: sha, output: { title: 't', summary: fits, text: fits } })).status).toBe(201);
  const refusal = await refused(acme.bot.rest.checks.create({ ...at, name, head_sha: sha, output: { title: 't', summary: `${fits}éé` } }));
  expect(refusal.status).toBe(422);
  expect(refusal.message).toContain('exceeds a maximum bytesize of 65535');
});

test('at most 50 annotations come at once, and each update adds to them (§2)', async () => {
  const { data } = await acme.bot.rest.checks.create({ ...at, name, head_sha: sha, output: { title: 't', summary: 's', annotations: annotations(50) } });
  await acme.bot.rest.checks.update({ ...at, check_run_id: data.id, output: { title: 't', summary: 's', annotations: annotations(10) } });
  expect(await acme.bot.paginate(acme.bot.rest.checks.listAnnotations, { ...at, check_run_id: data.id })).toHaveLength(60);
  expect(
    (await refused(acme.bot.rest.checks.create({ ...at, name, head_sha: sha, output: { title: 't', summary: 's', annotations: annotations(51) } }))).status,
  ).toBeGreaterThanOrEqual(400);
});

test('the external id comes back everywhere (§2)', async () => {
  const { data } = await acme.bot.rest.checks.create({ ...at, name, head_sha: sha, external_id: 'digest-1' });
  const listed = await acme.bot.rest.checks.listForRef({ ...at, ref: sha, check_name: name, app_id: acme.github.app.id });
  expect([data.external_id, listed.data.check_runs[0]?.external_id]).toEqual(['digest-1', 'digest-1']);
});

test('latest keeps one run of a name in each suite only: another app with that name stays (§2)', async () => {
  const other = acme.github.addApp({ slug: 'linter' });
  await acme.bot.rest.checks.create({ ...at, name, head_sha: sha });
  await acme.bot.rest.checks.create({ ...at, name, head_sha: sha });
  acme.github.people.reportCheck({ repository: 'acme/shop', appId: other.id, name, headSha: sha, conclusion: 'success' });
  expect((await acme.bot.rest.checks.listForRef({ ...at, ref: sha, check_name: name })).data.total_count).toBe(2);
  expect((await acme.bot.rest.checks.listForRef({ ...at, ref: sha, check_name: name, filter: 'all' })).data.total_count).toBe(3);
});

test('an app cannot change the run of another (§2)', async () => {
  const other = acme.github.addApp({ slug: 'linter' });
  const run = acme.github.people.reportCheck({ repository: 'acme/shop', appId: other.id, name, headSha: sha, conclusion: 'success' });
  expect((await refused(acme.bot.rest.checks.update({ ...at, check_run_id: run.id, conclusion: 'failure' }))).status).toBe(403);
});

test('people cannot write check runs, workflow jobs can as GitHub Actions (§2)', async () => {
  expect((await refused(acme.as('ana').rest.checks.create({ ...at, name, head_sha: sha }))).status).toBe(403);
  const token = acme.github.actionsToken(acme.repository, { metadata: 'read', checks: 'write' });
  const response = await fetch(`${acme.github.url}/repos/acme/shop/check-runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ name, head_sha: sha }),
  });
  expect(((await response.json()) as { app: { id: number } }).app.id).toBe(15_368);
});

test('a run that is incomplete for more than 14 days is stale (§2)', async () => {
  const { data } = await acme.bot.rest.checks.create({ ...at, name, head_sha: sha, status: 'in_progress' });
  acme.github.advance(14 * 86_400_000 + 1000);
  const later = await acme.bot.rest.checks.get({ ...at, check_run_id: data.id });
  expect([later.data.status, later.data.conclusion]).toEqual(['completed', 'stale']);
});

test('asking again resets the suite, leaves the run, and tells only its own app (§2)', async () => {
  const other = acme.github.addApp({ slug: 'linter', hookUrl: 'http://127.0.0.1:9/' });
  acme.github.people.installApp({ account: 'acme', app: other });
  const { data } = await acme.bot.rest.checks.create({ ...at, name, head_sha: sha, conclusion: 'failure' });
  const run = acme.repository.checkRuns.get(data.id);
  if (run === undefined) throw new Error('no run');
  acme.github.people.rerequestCheck({ repository: 'acme/shop', as: 'luis', run });
  expect(acme.github.webhooks.ofEvent('check_run', 'rerequested').map((delivery) => delivery.appId)).toEqual([acme.github.app.id]);
  expect(acme.github.webhooks.ofEvent('check_run', 'completed').map((delivery) => delivery.appId)).toEqual([acme.github.app.id, other.id]);
  expect((await acme.bot.rest.checks.get({ ...at, check_run_id: data.id })).data.conclusion).toBe('failure');
  expect((await acme.bot.rest.checks.getSuite({ ...at, check_suite_id: run.suiteId })).data.status).toBe('queued');
});

test('check_suite.requested comes on push to apps that may write checks (§2)', async () => {
  acme.github.people.commit({ repository: 'acme/shop', as: 'luis', files: { 'a.ts': '1' } });
  expect(acme.github.webhooks.ofEvent('check_suite', 'requested')).toHaveLength(1);
});

test('a pressed button names its identifier and its presser (§2)', async () => {
  const { data } = await acme.bot.rest.checks.create({
    ...at,
    name,
    head_sha: sha,
    conclusion: 'failure',
    actions: [{ label: 'Explain', description: 'Say why', identifier: 'explain' }],
  });
  const run = acme.repository.checkRuns.get(data.id);
  if (run === undefined) throw new Error('no run');
  acme.github.people.pressCheckButton({ repository: 'acme/shop', as: 'eva', run, identifier: 'explain' });
  const payload = JSON.parse(acme.github.webhooks.ofEvent('check_run', 'requested_action')[0]?.body ?? '{}') as {
    requested_action: { identifier: string };
    sender: { login: string };
  };
  expect([payload.requested_action.identifier, payload.sender.login]).toEqual(['explain', 'eva']);
});

test('of statuses the newest of a context counts, whatever its capitals (§2)', async () => {
  await acme.bot.rest.repos.createCommitStatus({ ...at, sha, state: 'pending', context: 'CI' });
  await acme.bot.rest.repos.createCommitStatus({ ...at, sha, state: 'success', context: 'ci' });
  const { data } = await acme.bot.rest.repos.getCombinedStatusForRef({ ...at, ref: sha });
  expect([data.state, data.total_count]).toEqual(['success', 1]);
});
