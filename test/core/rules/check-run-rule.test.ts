import { describe, expect, it } from 'vitest';
import type { CheckRunFacts } from '../../../src/core/snapshot/facts.ts';
import { world, type WorldInput } from './rule-world.ts';
import { judge, tell, type Told } from './told.ts';

const rule = { checkRun: { name: 'ci / *' } };

function run(name: string, changes: Partial<CheckRunFacts> = {}): CheckRunFacts {
  return { id: 1, name, appId: 15_368, status: 'completed', conclusion: 'success', externalId: null, title: null, summary: null, ...changes };
}
const under = { status: 'in_progress', conclusion: null } as const;
const evidence = (startedAt: string) => ({ bundles: [], refused: [], runningWorkflows: [{ path: '.github/workflows/ci.yml', startedAt }] });
const [live, over] = [evidence('2027-01-28T17:50:00Z'), evidence('2027-01-28T17:00:00Z')];
const waits = { next: 'Nothing to do; without a report by 2027-01-28T18:50:00.000Z this becomes “cannot be evaluated”.', until: '2027-01-28T18:50:00.000Z' };
const missing: Told = {
  is: 'cannot-evaluate check.missing',
  why: 'No check named `ci / *` ran on this commit',
  next: 'Run the workflow or tool that reports `ci / *` on this commit.',
};
const failed = (name: string, conclusion = 'failure'): Told => ({
  is: 'fail check.failed',
  why: `The check \`${name}\` ended with ${conclusion}`,
  next: `Open the check \`${name}\` and mend what it reports.`,
});
const silent = (conclusion: string): Told => ({
  is: 'cannot-evaluate check.no-verdict',
  why: `The check \`ci / lint\` gave no verdict (${conclusion})`,
  next: 'Run the workflow or tool that reports `ci / lint` on this commit.',
});
const passed = (names: string): Told => ({ is: 'pass check.pass', why: `Passed: ${names}`, next: null });

type Row = readonly [name: string, runs: readonly CheckRunFacts[], told: Told, more?: NonNullable<WorldInput['snapshot']>];

const rows: readonly Row[] = [
  [
    'passes with every one of its name',
    [run('ci / lint'), run('ci / types'), run('deploy', { conclusion: 'failure' })],
    passed('`ci / lint` and `ci / types`'),
  ],
  ['fails with one that fails', [run('ci / lint'), run('ci / types', { conclusion: 'failure' })], failed('ci / types')],
  ['fails with one that ran out of time', [run('ci / lint', { conclusion: 'timed_out' })], failed('ci / lint', 'timed_out')],
  ['fails with one that asks for an action', [run('ci / lint', { conclusion: 'action_required' })], failed('ci / lint', 'action_required')],
  ['is not proved by one that was skipped', [run('ci / lint', { conclusion: 'skipped' })], silent('skipped')],
  ['is not proved by one that was cancelled', [run('ci / lint', { conclusion: 'cancelled' })], silent('cancelled')],
  ['is not proved by one without a conclusion', [run('ci / lint', { conclusion: null })], silent('null')],
  ['goes by the newest run', [run('ci / lint', { id: 2 }), run('ci / lint', { conclusion: 'failure' })], passed('`ci / lint`')],
  ['goes by the newest run, whatever their order', [run('ci / lint', { conclusion: 'failure' }), run('ci / lint', { id: 2 })], passed('`ci / lint`')],
  ['takes equal names of two apps for two checks', [run('ci / lint', { conclusion: 'failure' }), run('ci / lint', { id: 2, appId: 7 })], failed('ci / lint')],
  ['never goes by a check of ours', [run('ci / lint', { appId: 99 })], missing],
  ['is missing where none ran', [run('deploy')], missing],
  [
    'is awaited where none ran yet',
    [],
    { is: 'pending evidence.awaited', why: 'Check `ci / *`: the workflow that should report it is still running', ...waits },
    { evidence: live },
  ],
  ['is missing once its time is over', [], missing, { evidence: over }],
  [
    'waits while it runs',
    [run('ci / lint', under)],
    { is: 'pending check.running', why: 'The check `ci / lint` is still running', ...waits },
    { evidence: live },
  ],
  [
    'does not wait for ever',
    [run('ci / lint', under)],
    { is: 'cannot-evaluate check.running', why: 'The check `ci / lint` is still running', next: 'Open the check `ci / lint` and mend what it reports.' },
    { evidence: over },
  ],
];

describe('a check of another tool', () => {
  it.each(rows)('%s', (...row) => {
    const [, checkRuns, told, more] = row as unknown as Row;
    expect(tell(rule, { snapshot: { checkRuns, ...more } })).toEqual(told);
  });

  it('never goes by a check of our name, whoever posted it', () => {
    const any = { checkRun: { name: '*' } };
    expect(tell(any, { snapshot: { checkRuns: [run('sprintgate/quality', { conclusion: 'failure' }), run('lint')] } })).toEqual(passed('`lint`'));
  });

  it('is named by its pattern, whatever became of it', () => {
    const named = { id: 'check.ci / *', title: 'Check `ci / *`', children: [] };
    for (const checkRuns of [[], [run('ci / lint')], [run('ci / lint', { conclusion: 'failure' })]])
      expect(judge(rule, { snapshot: { checkRuns } })).toMatchObject(named);
  });

  it('tells the line that names a team’s own check, until there is one', () => {
    const linting = { checkRun: { name: '*lint*', capability: 'linting' } };
    const line = 'If another check does it, name it in `.github/sprintgate.yml`: `evidence: { checks: { linting: "NAME" } }`';
    expect(tell(linting).next).toBe(`Run the workflow or tool that reports \`*lint*\` on this commit. ${line}`);
    const policy = { evidence: { ...world({}).policy.evidence, checks: { linting: 'ruff', typing: 'mypy' } } };
    expect(tell(linting, { policy }).next).toBe('Run the workflow or tool that reports `ruff` on this commit.');
    expect(tell(rule, { policy })).toEqual(missing);
    expect(tell(linting, { policy, snapshot: { checkRuns: [run('lint', { conclusion: 'failure' }), run('ruff')] } })).toEqual(passed('`ruff`'));
  });

  it('is told in Spanish', () => {
    const es = (...checkRuns: CheckRunFacts[]) => tell(rule, { locale: 'es', snapshot: { checkRuns } });
    expect(es(run('ci / a'), run('ci / b')).why).toBe('Pasaron: `ci / a` y `ci / b`');
    expect(es(run('ci / a', { conclusion: 'failure' }))).toEqual({
      is: 'fail check.failed',
      why: 'El check `ci / a` terminó en failure',
      next: 'Abra el check `ci / a` y corrija lo que reporta.',
    });
    expect(es()).toEqual({
      is: 'cannot-evaluate check.missing',
      why: 'En este commit no se ejecutó ningún check llamado `ci / *`',
      next: 'Ejecute en este commit el workflow o la herramienta que reporta `ci / *`.',
    });
  });
});

describe('files of the commit', () => {
  const tree = ['docs/a.md', 'docs/b.md', 'src/x.ts'];
  it.each<readonly [string, object, readonly string[] | null, Told]>([
    ['are found', { paths: ['docs/**'] }, ['docs/a.md'], { is: 'pass files.found', why: 'Found `docs/a.md`', next: null }],
    ['are found as many as are needed', { paths: ['docs/**'], least: 2 }, tree, { is: 'pass files.found', why: '2 found, among them `docs/a.md`', next: null }],
    [
      'are one too few',
      { paths: ['docs/**'], least: 3 },
      tree,
      { is: 'fail files.missing', why: '2 of 3 needed files found: `docs/**`', next: 'Add what is missing under `docs/**` in this pull request.' },
    ],
    [
      'are not there',
      { paths: ['adr/**', '*.adr'] },
      tree,
      { is: 'fail files.missing', why: 'No file found: `adr/**` and `*.adr`', next: 'Add what is missing under `adr/**` and `*.adr` in this pull request.' },
    ],
    [
      'are not known',
      { paths: ['docs/**'] },
      null,
      {
        is: 'cannot-evaluate files.no-tree',
        why: 'GitHub could not list the files of this commit',
        next: 'Ask for `/sprintgate recheck`; should it stay so, the repository is too large to be listed.',
      },
    ],
  ])('%s', (_name, files, paths, told) => expect(tell({ files }, { snapshot: { tree: paths } })).toEqual(told));

  it('are named by their first path', () => {
    expect(judge({ files: { paths: ['adr/**', '*.adr'] } })).toMatchObject({ id: 'files.adr/**', title: 'Files `adr/**` and `*.adr`' });
  });
});
