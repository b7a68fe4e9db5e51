import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, runProcess } from '../support/run-process.ts';

const root = join(import.meta.dirname, '../..');
const sample = join(root, 'examples/aval/main/.github/sprintgate.yml');
const reports = join(root, 'examples/aval/reports/main');
const commands = [
  'init',
  'validate',
  'plan',
  'seed',
  'adopt',
  'evidence',
  'gate',
  'explain',
  'status',
  'simulate',
  'test',
  'register',
  'report',
  'enforce',
  'rehearse',
  'badge',
  'serve',
];

let folder: string;
let broken: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintgate-cli-'));
  broken = join(folder, 'broken.yml');
  writeFileSync(broken, 'playbook: construir@1\ntier: 9\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sprintgate(...words: string[]): Promise<Ended> {
  return runProcess({ script: join(root, 'src/cli/sprintgate.ts'), arguments: words, cwd: folder });
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function json(ended: Ended): unknown {
  expect(ended.stderr).toBe('');
  return JSON.parse(ended.stdout);
}

describe('every command', () => {
  it('explains itself with an example or its settings, and with 0', async () => {
    const program = await sprintgate('--help');
    expect(program).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Exit codes: 0 good · 1 the gate or the validation failed · 2 wrong use'),
    });
    for (const command of commands) expect(program.stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    await Promise.all(
      commands.map(async (command) => {
        const help = await sprintgate(command, '--help');
        expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(`Usage: sprintgate ${command}`) });
        expect(help.stdout).toMatch(/Examples?:|Settings/);
        expect(help.stdout.includes('--json')).toBe(command !== 'serve');
      }),
    );
  });

  it.each([
    ['a command that is none', ['valdate'], /Did you mean validate/],
    ['an option that is none', ['plan', '--jsn'], /unknown option '--jsn'/],
    ['no argument where one is needed', ['evidence'], /missing required argument/],
    ['a file that is not there', ['validate', 'no.yml'], /no\.yml: there is no such file or folder; check the path\.\n$/],
    ['a report that is not there', ['evidence', 'no.info', '--json'], /no\.info: there is no such file/],
    ['a gate that is none', ['gate', '--config', sample, '--gate', 'speed'], /there is no gate "speed"; there are: coverage,/],
    ['a pull request without its repository', ['gate', '--pull', '3'], /--repo and --pull go together/],
    ['a repository without a token', ['gate', '--repo', 'acme/shop', '--pull', '3'], /GITHUB_TOKEN is not set/],
    ['no repository to seed', ['seed'], /required option '--repo/],
    ['a port that is none', ['rehearse', '--port', 'x'], /--port x is not a port/],
  ])('ends with 2, and nothing on stdout, for %s', async (_what, words, message) => {
    const ended = await sprintgate(...words);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).not.toMatch(/^ {4}at /m);
  });

  it('has no colour where nobody looks', async () => {
    const outputs = await Promise.all([
      sprintgate('plan', '--config', sample),
      sprintgate('gate', '--config', sample, '--evidence', reports),
      sprintgate('evidence', join(reports, 'lcov.info')),
    ]);
    // oxlint-disable-next-line no-control-regex
    for (const { stdout } of outputs) expect(stdout).not.toMatch(/\u001b/);
  });
});

describe('validate', () => {
  it('prints nothing and ends with 0 when all is good', async () => {
    expect(await sprintgate('validate', sample)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('prints file, line, column and what to write, and ends with 1', async () => {
    expect(await sprintgate('validate', broken)).toMatchObject({
      code: 1,
      stderr: '',
      stdout: expect.stringMatching(/^\S+broken\.yml:2:7 tier is 9; write a tier from 1 \(most critical\) to 4\.\n/),
    });
    const ended = await sprintgate('validate', broken, '--json');
    expect(ended.code).toBe(1);
    expect(json(ended)).toMatchObject([{ line: 2, column: 7, path: 'tier' }]);
  });
});

describe('plan --json', () => {
  it('is the whole plan, offline', async () => {
    const ended = await sprintgate('plan', '--config', sample, '--json');
    expect(ended.code).toBe(0);
    const plan = json(ended) as { milestones: Record<string, unknown>[]; items: Record<string, unknown>[] };
    expect(plan).toMatchObject({ playbook: 'construir@1', locale: 'es', weeks: expect.any(Number), warnings: expect.arrayContaining([expect.any(String)]) });
    expect(Object.keys(plan).toSorted()).toEqual(['items', 'locale', 'milestones', 'playbook', 'warnings', 'weeks']);
    for (const milestone of plan.milestones)
      expect(milestone).toEqual({ key: expect.any(String), title: expect.any(String), dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    const keys = new Set(plan.milestones.map(({ key }) => key));
    const ids = new Set(plan.items.map(({ id }) => id));
    expect(ids.size).toBe(plan.items.length);
    for (const { parent, milestone, ...item } of plan.items) {
      expect(item).toEqual({
        id: expect.any(String),
        title: expect.any(String),
        body: expect.any(String),
        labels: expect.any(Array),
        kind: expect.any(String),
      });
      expect(parent === undefined || ids.has(parent)).toBe(true);
      expect(milestone === null || keys.has(milestone)).toBe(true);
    }
  });

  it('is refused for a configuration that is broken, which is wrong use', async () => {
    expect(await sprintgate('plan', '--config', broken, '--json')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('broken.yml:2:7 tier is 9'),
    });
  });
});

describe('evidence --json', () => {
  it('has one entry a file, in the order asked for', async () => {
    const ended = await sprintgate('evidence', join(reports, 'python.xml'), join(reports, 'lcov.info'), '--json');
    expect(ended.code).toBe(0);
    const none = { statements: null, instructions: null };
    expect(json(ended)).toEqual([
      {
        file: join(reports, 'python.xml'),
        kind: 'coverage',
        format: 'cobertura',
        outcome: 'ok',
        flags: [],
        totals: { ...none, lines: counted(), branches: null, functions: null, files: expect.any(Number) },
      },
      {
        file: join(reports, 'lcov.info'),
        kind: 'coverage',
        format: 'lcov',
        outcome: 'ok',
        flags: [],
        totals: { ...none, lines: counted(), branches: counted(), functions: counted(), files: expect.any(Number) },
      },
    ]);
  });

  it('has an entry for a file that is not there, too, and goes on', async () => {
    const ended = await sprintgate('evidence', 'no.info', join(reports, 'lcov.info'), '--json');
    expect(ended.code).toBe(1);
    expect(json(ended)).toMatchObject([
      { file: 'no.info', outcome: 'reject', error: { message: expect.stringMatching(/there is no such file/) } },
      { outcome: 'ok' },
    ]);
  });

  it('ends with 1 when one is rejected, and says why; an empty one is no pass either, and is called empty', async () => {
    const bad = await sprintgate(
      'evidence',
      file('bad.info', 'SF:a.ts\nDA:x,1\nend_of_record\n'),
      file('empty.info', ''),
      join(reports, 'lcov.info'),
      '--json',
    );
    expect(bad.code).toBe(1);
    const entries = json(bad) as { outcome: string; error?: object }[];
    expect(entries.map(({ outcome }) => outcome)).toEqual(['reject', 'empty', 'ok']);
    expect(entries[0]?.error).toMatchObject({ message: expect.any(String), line: 2 });
  });
});

describe('gate --json', () => {
  it('is a tree in which every node has the same keys, and ends with 0 when all pass or do not apply', async () => {
    const config = file(
      'own.yml',
      readFileSync(sample, 'utf8')
        .replace('start: 2027-01-11', `start: ${new Date().toISOString().slice(0, 10)}`)
        .replace(/^ {2}holidays: .*\n/m, ''),
    );
    const ended = await sprintgate('gate', '--config', config, '--evidence', reports, '--json');
    expect(ended.code).toBe(0);
    const trees = json(ended) as Node[];
    expect(trees.map(({ gate, verdict }) => [gate, verdict])).toEqual([
      ['coverage', 'pass'],
      ['checkpoint', 'pass'],
      ['readiness', 'not-applicable'],
    ]);
    for (const tree of trees)
      for (const node of nodesOf(tree)) expect(node).toMatchObject({ gate: tree.gate, reason: expect.any(String), children: expect.any(Array) });
    for (const node of trees.flatMap(nodesOf)) {
      expect(['pass', 'fail', 'pending', 'not-applicable', 'cannot-evaluate']).toContain(node.verdict);
      expect(node.next === null || typeof node.next === 'string').toBe(true);
    }
  });

  it('ends with 1 without evidence, with a rejected report, and below a floor', async () => {
    const verdictOf = async (...words: string[]) => {
      const ended = await sprintgate('gate', '--config', sample, '--gate', 'coverage', '--json', ...words);
      return [ended.code, (json(ended) as Node[])[0]?.verdict];
    };
    expect(await verdictOf()).toEqual([1, 'cannot-evaluate']);
    expect(await verdictOf('--evidence', file('bad.xml', '<coverage'))).toEqual([1, 'cannot-evaluate']);
    expect(await verdictOf('--evidence', join(root, 'examples/aval/reports/limits'))).toEqual([1, 'fail']);
  });
});

describe('init', () => {
  it('writes a configuration that is good, and never over one that is there', async () => {
    const repository = mkdtempSync(join(tmpdir(), 'sprintgate-init-'));
    const first = await sprintgate('init', '--root', repository, '--json');
    expect(first.code).toBe(0);
    const { file: path } = json(first) as { file: string };
    expect(await sprintgate('validate', path)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await sprintgate('init', '--root', repository)).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') });
    expect(json(await sprintgate('init', '--root', repository, '--stdout', '--json'))).toMatchObject({ written: false });
    rmSync(repository, { recursive: true });
  });

  it('writes workflows as well, beside a configuration that is there, and never over one', async () => {
    const repository = mkdtempSync(join(tmpdir(), 'sprintgate-init-'));
    await sprintgate('init', '--root', repository);
    const added = await sprintgate('init', '--root', repository, '--workflow', 'gate', '--locale', 'en', '--json');
    expect(json(added)).toMatchObject({ written: false, workflows: [{ path: '.github/workflows/sprintgate-collect.yml' }, {}, {}] });
    expect(readFileSync(join(repository, '.github/workflows/sprintgate-gate.yml'), 'utf8')).toContain('mode: gate');
    expect(await sprintgate('init', '--root', repository, '--workflow', 'collect')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is there already'),
    });
    rmSync(repository, { recursive: true });
  });
});

interface Node {
  readonly gate: string;
  readonly verdict: string;
  readonly next: unknown;
  readonly children: readonly Node[];
}

function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

function counted(): unknown {
  return { covered: expect.any(Number), total: expect.any(Number) };
}
