import { smallConfig } from '../../support/stage.ts';
import { code, lcov, type Lines } from '../reports.ts';
import { type Situation, situations } from '../situation.ts';
import { commitsToMain, pushes, tested } from '../steps.ts';
import { marks } from '../work-steps.ts';

const old = { 'src/old.ts': code(1_000) };

/** A change of so many lines, of which some are covered, in a component that is covered well. */
function change(hit: number, of: number): Pick<Situation, 'files' | 'pull' | 'steps'> {
  return { files: old, pull: { files: { 'src/new.ts': code(of) } }, steps: [report({ 'src/old.ts': [1_000, 1_000], 'src/new.ts': [hit, of] })] };
}

function report(lines: Lines) {
  return tested({ 'lcov.info': lcov(lines) });
}

situations('the coverage of a change', [
  {
    that: 'of 20 lines is held to the floor of its component: 18 covered pass',
    ...change(18, 20),
    checks: { coverage: ['success', '90 % (18 of 20 lines) of the change'] },
  },
  {
    that: 'of 20 lines fails with 17 covered, and says which lines to cover',
    ...change(17, 20),
    checks: { coverage: ['failure', 'change in api 85 %', 'Cover 1 more line of the change: `src/new.ts` 18-20'] },
  },
  {
    that: 'of 19 lines may leave two uncovered: a small change is not judged to the percent',
    ...change(17, 19),
    checks: { coverage: ['success', 'fewer than 20 lines 2 may stay uncovered, and 2 do'] },
  },
  {
    that: 'of 19 lines may not leave three uncovered',
    ...change(16, 19),
    checks: { coverage: ['failure', 'Cover 1 more line of the change: `src/new.ts` 17-19'] },
  },
  {
    that: 'of three lines fails when none of them is covered',
    ...change(0, 3),
    checks: { coverage: ['failure', 'change in api 0 %', 'Cover 1 more line of the change: `src/new.ts` 1-3'] },
  },
  {
    that: 'is judged without tolerance where the configuration sets no small change',
    config: `${smallConfig}coverage: { smallChange: 0 }\n`,
    ...change(17, 19),
    checks: { coverage: ['failure', 'change in api 89.47 %'] },
  },
  {
    that: 'counts the changed lines alone, not the old ones of the file',
    files: { 'src/old.ts': code(100) },
    pull: { files: { 'src/old.ts': code(100) + code(30, 101) } },
    steps: [report({ 'src/old.ts': [125, 130] })],
    checks: { coverage: ['failure', 'change in api 83.33 %', '`src/old.ts` 126-130'] },
  },
  {
    that: 'that touches no code passes with the report of what is there',
    files: old,
    pull: { files: { 'docs/notes.md': 'Notes\n' } },
    steps: [report({ 'src/old.ts': [1_000, 1_000] })],
    checks: { coverage: ['success', 'touches no lines that can be covered'] },
  },
  {
    that: 'with a file that no report mentions cannot be judged, and names the file',
    files: old,
    steps: [report({ 'src/old.ts': [1_000, 1_000] })],
    checks: { coverage: ['action_required', 'files that no report mentions: `src/work.ts`', 'components.api.exclude'] },
  },
  {
    that: 'with code outside all components cannot be judged, and names the file',
    files: old,
    pull: { files: { 'tools/work.ts': code(2) } },
    steps: [report({ 'src/old.ts': [1_000, 1_000] })],
    checks: { coverage: ['action_required', 'belongs to no component: `tools/work.ts`', 'Add its folder to `components.<name>.paths`'] },
  },
  {
    that: 'is not made better by reported files that are not in the commit',
    files: old,
    pull: { files: { 'src/new.ts': code(20) } },
    steps: [report({ 'src/old.ts': [880, 1_000], 'src/new.ts': [20, 20], 'src/generated.ts': [5_000, 5_000] })],
    checks: { coverage: ['failure', 'api 88.23 %', 'Cover 18 more lines', 'not in the commit'] },
  },
  {
    that: 'is known by file names from the root of a machine that built it',
    files: old,
    steps: [report({ '/home/runner/work/a/a/src/old.ts': [1_000, 1_000], '/home/runner/work/a/a/src/work.ts': [2, 2] })],
    checks: { coverage: 'success' },
  },
  {
    that: 'cannot be told where two files fit the name in the report',
    config: smallConfig.replace('paths: ["src/**"]', 'paths: ["one/**", "two/**"]'),
    pull: { files: { 'one/src/a.ts': code(2), 'two/src/a.ts': code(2) } },
    steps: [report({ 'src/a.ts': [2, 2] })],
    checks: { coverage: ['action_required', 'evidence.sourceRoots'] },
  },
  {
    that: 'whose old files are in no report passes while their number is not limited, and says how many',
    files: { ...old, 'src/forgotten.ts': code(5) },
    steps: [report({ 'src/old.ts': [1_000, 1_000], 'src/work.ts': [2, 2] })],
    checks: { coverage: ['success', '1 source file is in no report, e.g. `src/forgotten.ts`'] },
  },
  {
    that: 'fails where more old files are in no report than the limit allows',
    config: `${smallConfig}coverage: { unreportedLimit: 1 }\n`,
    files: { ...old, 'src/forgotten.ts': code(5), 'src/lost.ts': code(5) },
    steps: [report({ 'src/old.ts': [1_000, 1_000], 'src/work.ts': [2, 2] })],
    checks: { coverage: ['failure', '2 source files are in no report', '1 is allowed', 'Have them measured'] },
  },
  {
    that: 'is measured in the merge that was tested: uncovered code that came to the base meanwhile is not part of it',
    files: { 'src/old.ts': code(100) },
    pull: { files: { 'src/old.ts': code(99) + 'export const mine = 1;\n' } },
    steps: [commitsToMain({ 'src/other.ts': code(5) }), report({ 'src/old.ts': [100, 100], 'src/other.ts': [0, 5] })],
    checks: { coverage: ['success', '95.23 %', '100 % (1 of 1 lines) of the change'] },
  },
  {
    that: 'has its uncovered lines pointed at in the files',
    ...change(10, 20),
    checks: { coverage: ['failure', '`src/new.ts` 11-20'] },
    and: marks('coverage', 'src/new.ts:11-20'),
  },
  {
    that: 'turns green by the commit that covers it',
    ...change(10, 20),
    steps: [
      report({ 'src/old.ts': [1_000, 1_000], 'src/new.ts': [10, 20] }),
      pushes({ 'test/new.test.ts': code(1) }),
      report({ 'src/old.ts': [1_000, 1_000], 'src/new.ts': [20, 20] }),
    ],
    checks: { coverage: ['success', '100 % (20 of 20 lines) of the change'] },
  },
]);
