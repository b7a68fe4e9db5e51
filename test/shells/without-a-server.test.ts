import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capabilities } from '../../scripts/action/capabilities.ts';
import { localSnapshot } from '../../src/cli/local-snapshot.ts';
import { policyOfText } from '../../src/cli/policy-of-text.ts';
import { configPath } from '../../src/core/policy/config-path.ts';
import { evaluate } from '../../src/core/gates/evaluate.ts';
import { verdictsOfPull } from '../../src/core/gates/verdicts-of-pull.ts';
import type { PullSnapshot } from '../../src/core/snapshot/pull-snapshot.ts';
import { loadPlaybook } from '../../src/engine/load-playbook.ts';
import { readPublicPull } from '../../src/github/snapshot/read-public-pull.ts';
import { tokenClient } from '../../src/github/token-client.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { covered, openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

const page = readFileSync('docs/without-a-server.md', 'utf8');
const config = smallConfig;

let stage: Stage;
let repository: Repository;
let pull: PullIssue;
let receiptKey: string;

beforeAll(async () => {
  stage = await startStage();
  const { people } = stage.github;
  repository = await stage.repository('shop', { config });
  stage.github.now = '2027-01-26T18:00:00Z';
  pull = openSmallPull(stage, { repository, branch: 'work' });
  people.runWorkflow({
    repository,
    as: 'luis',
    path: '.github/workflows/ci.yml',
    pull: pull.number,
    jobs: ['test'],
    artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': covered('src/work.ts') } }],
  });
  people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate approve architecture-review' });
  await stage.settle();
  const [installation] = stage.github.state.installations.values();
  receiptKey = await (await fetch(`${stage.app.url}/keys/${installation?.id}`)).text();
});

afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

function byGate(snapshot: PullSnapshot, number: number): Record<string, string> {
  return Object.fromEntries(
    verdictsOfPull(evaluate(snapshot), number).map(({ gate, verdict, code }) => [gate, verdict === 'cannot-evaluate' ? `${verdict} ${code}` : verdict]),
  );
}

function ofApp(): Record<string, string | null> {
  const runs = [...repository.checkRuns.values()].filter((run) => run.appId === stage.github.app.id && run.headSha === pull.pull.headSha);
  return Object.fromEntries(runs.map((run) => [run.name.replace('sprintgate/', ''), run.conclusion]));
}

function readPublic(key: string | null, at: { repo: string; number: number } = { repo: 'shop', number: pull.number }): Promise<PullSnapshot> {
  return readPublicPull({
    github: tokenClient({ token: 'ghp_luis', apiUrl: stage.github.url, userAgent: 'test' }),
    loadPlaybook,
    name: { owner: 'acme', repo: at.repo },
    number: at.number,
    now: stage.github.now,
    appSlug: 'sprintgate',
    receiptKey: key,
  });
}

async function readLocal(now: string, text = config): Promise<PullSnapshot> {
  const folder = mkdtempSync(join(tmpdir(), 'sprintgate-offline-'));
  try {
    writeFileSync(join(folder, 'lcov.info'), covered('src/work.ts'));
    const { policy } = await policyOfText(configPath, text);
    if (!policy) throw new Error('the configuration is broken');
    return await localSnapshot({ policy, config: join(folder, 'sprintgate.yml'), evidence: [join(folder, 'lcov.info')], root: undefined, now, changed: [] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The cells of a row of the page: app, Action, command line with --repo, offline. */
function row(title: string): string[] {
  const line = page.split('\n').find((each) => each.startsWith(`| ${title} |`));
  if (!line) throw new Error(`docs/without-a-server.md has no row "${title}"`);
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

describe('docs/without-a-server.md', () => {
  test.each(capabilities)('has a row "$what", which a test shows', ({ what, app, action, cli, offline, shownBy: [file, name] }) => {
    expect(row(what)).toEqual([app, action, cli, offline]);
    expect(readFileSync(file, 'utf8')).toContain(`'${name}'`);
  });
});

describe('docs/without-a-server.md is right that', () => {
  test('coverage is judged everywhere', async () => {
    expect(row('coverage').every((cell) => cell.startsWith('yes'))).toBe(true);
    expect(ofApp()['coverage']).toBe('success');
    expect(byGate(await readPublic(null), pull.number)['coverage']).toBe('pass');
    expect(byGate(await readLocal(stage.github.now), 0)['coverage']).toBe('pass');
  });

  test('a checkpoint is known from the store, or from receipts with their key, and offline only where none comes before', async () => {
    const [app = '', action = '', remote = '', offline = ''] = row('checkpoint');
    expect([app, action, remote].map((cell) => /store|receipt-key/.exec(cell)?.[0])).toEqual(['store', 'receipt-key', 'receipt-key']);
    expect(offline).toContain('cannot evaluate, unless nothing comes before');
    expect(ofApp()['checkpoint']).toBe('success');
    expect(byGate(await readPublic(receiptKey), pull.number)['checkpoint']).toBe('pass');
    expect(byGate(await readPublic(null), pull.number)['checkpoint']).toMatch(/^cannot-evaluate/);
    expect(byGate(await readLocal(stage.github.now), 0)['checkpoint']).toMatch(/^cannot-evaluate/);
    expect(byGate(await readLocal('2027-01-12T18:00:00Z'), 0)['checkpoint']).toBe('pass');
  });

  test('a hold is known from the store or from receipts; without their key it is not taken for absent', async () => {
    const { people } = stage.github;
    people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate hold wait for legal' });
    await stage.settle();
    expect(ofApp()['policy']).toBe('failure');
    expect(byGate(await readPublic(receiptKey), pull.number)['policy']).toBe('fail');
    expect(byGate(await readPublic(null), pull.number)['policy']).toMatch(/^(fail|cannot-evaluate)/);
  });

  test('a release stays one without its label, as long as the app’s report is there', async () => {
    expect(row('a release stays one without its label').map((cell) => /store|report|Action|no/.exec(cell)?.[0])).toEqual(['store', 'report', 'Action', 'no']);
    const { people } = stage.github;
    people.label({ repository, as: 'ana', number: pull.number, names: ['release'] });
    await stage.settle();
    people.unlabel({ repository, as: 'ana', number: pull.number, names: ['release'] });
    await stage.settle();
    expect(ofApp()['readiness']).not.toBe('success');
    expect(byGate(await readPublic(receiptKey), pull.number)['readiness']).not.toBe('not-applicable');
  });

  test('a drop against the base is judged by the base’s own evidence, and cannot be judged offline', async () => {
    const text = `${config}coverage: { threshold: 1 }\n`;
    const compared = await stage.repository('compared', { config: text, files: { 'src/a.ts': 'export const a = 1;\nexport const b = 2;\n' } });
    const opened = openSmallPull(stage, { repository: compared, branch: 'work' });
    const bring = (event: 'push' | 'pull_request', headSha: string, report: string) =>
      stage.github.people.runWorkflow({
        repository: compared,
        as: 'luis',
        path: '.github/workflows/ci.yml',
        event,
        headSha,
        jobs: ['test'],
        artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': report } }],
      });
    bring('push', compared.refs.get('refs/heads/main') ?? '', covered('src/a.ts'));
    bring('pull_request', opened.pull.headSha, covered('src/work.ts', 'src/a.ts').replace('DA:2,1', 'DA:2,0'));
    await stage.settle();
    const ofBase = /100 % \(2 of 2 lines\): −25 points/;
    expect(stage.check(compared, opened.pull.headSha, 'coverage')?.output.text).toMatch(ofBase);
    const remote = verdictsOfPull(evaluate(await readPublic(receiptKey, { repo: 'compared', number: opened.number })), opened.number);
    expect(JSON.stringify(remote.find(({ gate }) => gate === 'coverage'))).toMatch(ofBase);
    expect(byGate(await readLocal(stage.github.now, text), 0)['coverage']).toMatch(/^cannot-evaluate coverage.no-base/);
  });

  test('evidence is carried forward from the store alone', async () => {
    expect(row('carry-forward')[0]).toBe('yes, from the store');
    const web = '  web: { kind: api, paths: ["web/**"], uploads: [web] }\n';
    const text = `${config.replace('authorities:', `${web}authorities:`)}coverage: { carryForward: { days: 7, commits: 20 } }\n`;
    const carried = await stage.repository('carried', { config: text, files: { 'web/w.ts': 'export const a = 1;\nexport const b = 2;\n' } });
    const opened = openSmallPull(stage, { repository: carried, branch: 'work' });
    const bring = (upload: string, headSha: string, report: string) =>
      stage.github.people.runWorkflow({
        repository: carried,
        as: 'luis',
        path: `.github/workflows/${upload}.yml`,
        event: 'push',
        headSha,
        jobs: ['test'],
        artifacts: [{ name: `sprintgate-${upload}`, files: { 'lcov.info': report } }],
      });
    bring('web', carried.refs.get('refs/heads/main') ?? '', covered('web/w.ts'));
    bring('api', opened.pull.headSha, covered('src/work.ts'));
    await stage.settle();
    expect(stage.check(carried, opened.pull.headSha, 'coverage')?.conclusion).toBe('success');
    const now = new Date(Date.parse(stage.github.now) + 2 * 3_600_000).toISOString();
    const remote = await readPublic(receiptKey, { repo: 'carried', number: opened.number });
    const ofAction = verdictsOfPull(evaluate({ ...remote, now }), opened.number).find(({ gate }) => gate === 'coverage');
    expect(ofAction?.verdict).toBe('cannot-evaluate');
    expect(JSON.stringify(ofAction)).toContain('only the app keeps earlier evidence');
  });

  test('only the app keeps the last good configuration', async () => {
    const [app, action, remote] = row('last good configuration');
    expect([app, remote]).toEqual(['yes', 'no']);
    expect(action).toContain('cannot be evaluated');
    stage.github.people.commit({ repository, as: 'ana', files: { [configPath]: 'playbook: construir@1\ntier: 9\n' } });
    await stage.settle();
    expect(ofApp()['coverage']).toBe('success');
    expect(byGate(await readPublic(receiptKey), pull.number)['coverage']).toMatch(/^cannot-evaluate config.broken/);
  });
});
