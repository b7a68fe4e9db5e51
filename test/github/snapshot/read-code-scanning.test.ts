import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCodeScanning } from '../../../src/github/snapshot/read-code-scanning.ts';
import type { PullIssue } from '../../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import type { ScanResult } from '../../../src/rehearsal/github/records/scan.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';

let acme: Acme;
let repository: Repository;
let pull: PullIssue;
let count = 0;
beforeAll(async () => {
  acme = await startAcme();
});
beforeEach(async () => {
  const { people } = acme.github;
  count += 1;
  repository = people.createRepository({ owner: 'acme', as: 'ana', name: `scanned-${count}`, files: { 'src/a.ts': 'one\n' } });
  people.grantRole({ repository, login: 'luis', role: 'write' });
  people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/a.ts': 'one\ntwo\n' } });
  pull = people.openPull({ repository, as: 'luis', head: 'work' });
  // GitHub works the test merge out once somebody asks.
  await acme.bot.rest.pulls.get({ ...name(), pull_number: pull.number });
});
afterAll(async () => {
  await acme.github.close();
});

const name = () => ({ owner: 'acme', repo: repository.name });
const merge = () => `refs/pull/${pull.number}/merge`;
const read = () => readCodeScanning(acme.bot, name(), { headSha: pull.pull.headSha, pulls: [pull.number] });
const injection: ScanResult = { rule: 'js/sql-injection', severity: 'error', security: 'critical', path: 'src/a.ts', line: 2 };
const unused: ScanResult = { rule: 'js/unused', severity: 'warning', path: 'src/a.ts' };

function scan(commitSha: string, results: readonly ScanResult[], more: { ref?: string; tool?: string; error?: string } = {}) {
  acme.github.people.scanCode({ repository, ref: merge(), commitSha, results, ...more });
}

describe('the alerts of code scanning', () => {
  it('are those of the test merge, by the severity of the rule about security, else by its level', async () => {
    scan(repository.refs.get(merge()) ?? '', [injection, unused]);
    expect(await read()).toEqual({
      state: 'analysed',
      ref: merge(),
      tools: ['CodeQL'],
      bySeverity: { critical: 1, high: 0, medium: 1, low: 0, info: 0, unknown: 0 },
      worst: ['js/sql-injection src/a.ts', 'js/unused src/a.ts'],
      error: null,
    });
  });

  it('are none once a newer analysis no longer finds them', async () => {
    scan(repository.refs.get(merge()) ?? '', [injection]);
    scan(repository.refs.get(merge()) ?? '', []);
    expect(await read()).toMatchObject({ state: 'analysed', bySeverity: { critical: 0 }, worst: [] });
  });

  it('are those of the branch where the head itself was analysed', async () => {
    scan(pull.pull.headSha, [injection], { ref: 'refs/heads/work' });
    expect(await read()).toMatchObject({ state: 'analysed', ref: 'refs/heads/work', bySeverity: { critical: 1 } });
  });

  it('are those of all refs where one tool scans pushes and another pull requests', async () => {
    scan(repository.refs.get(merge()) ?? '', [injection]);
    scan(pull.pull.headSha, [unused], { ref: 'refs/heads/work', tool: 'Trivy' });
    expect(await read()).toMatchObject({ state: 'analysed', tools: ['Trivy', 'CodeQL'], bySeverity: { critical: 1, medium: 1 } });
  });

  it('are missing while only another commit was analysed: its clean list proves nothing', async () => {
    scan(repository.refs.get('refs/heads/main') ?? '', [], { ref: 'refs/heads/main' });
    expect(await read()).toEqual({ state: 'missing' });
  });

  it('are missing once the head moved on from what was analysed', async () => {
    scan(repository.refs.get(merge()) ?? '', []);
    acme.github.people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/b.ts': 'three\n' } });
    expect(await read()).toEqual({ state: 'missing' });
  });

  it('are missing where nothing was ever analysed', async () => {
    expect(await read()).toEqual({ state: 'missing' });
  });

  it('tell that GitHub could not process what a tool uploaded, until it could', async () => {
    const sha = repository.refs.get(merge()) ?? '';
    scan(sha, [], { error: 'the SARIF file is too large' });
    expect(await read()).toMatchObject({ state: 'analysed', error: 'the SARIF file is too large' });
    scan(sha, []);
    expect(await read()).toMatchObject({ state: 'analysed', error: null });
  });

  it('are off where the repository has no code scanning', async () => {
    acme.github.people.switchCodeScanning({ repository, on: false });
    expect(await read()).toEqual({ state: 'off' });
  });

  it('are counted over all pages', async () => {
    const many = Array.from({ length: 130 }, (_, line) => ({ ...unused, line: line + 1 }));
    scan(repository.refs.get(merge()) ?? '', [injection, ...many]);
    expect(await read()).toMatchObject({ bySeverity: { critical: 1, medium: 130 } });
  });
});

it('may not be read without the permission, and that is told apart', async () => {
  const { github, bot, at } = await startAcme({ app: { permissions: { metadata: 'read', contents: 'read' } } });
  expect(await readCodeScanning(bot, at, { headSha: '0'.repeat(40), pulls: [1] })).toEqual({ state: 'forbidden' });
  await github.close();
});
