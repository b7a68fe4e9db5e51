import { expect, it } from 'vitest';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import { bundle, changed, component, find, sample, trace } from './coverage-sample.ts';

const abc = 'abc1234'.padEnd(40, '0');
const twoDaysAgo = '2027-02-27T10:00:00Z';
const web = { ...bundle([trace(['src/web/w.ts', 90, 100])], { uploadName: 'sprintgate-web' }), completedAt: twoDaysAgo };
const rest = { ...bundle([trace(['lib/a.ts', 95, 100])], { uploadName: 'sprintgate-rest' }), completedAt: '2027-03-01T09:00:00Z' };
const carry = { carryForward: { days: 7, commits: 20 } };

/** `web` has no evidence of its own, and the last component holds whatever is left. */
function verdictFor(path: string, paths: readonly string[] = ['**']) {
  const input = sample({
    components: [component('web', 8000, { uploads: ['web'], ...carry }), { ...component('rest', 8000, { uploads: ['rest'] }), paths }],
    tree: ['src/web/w.ts', 'lib/a.ts', 'tests/web/w.test.ts'],
    evidence: { bundles: [rest] },
    files: [changed(path, [1])],
    pull: { base: { sha: 'c'.repeat(40), ref: 'main' }, earlier: [{ sha: abc, committedAt: twoDaysAgo, commits: 3, changed: [path] }] },
  });
  const kept = [{ sha: abc, evidence: { bundles: [web], runningWorkflows: [], refused: [] } }];
  return find(evaluateCoverage({ ...input, snapshot: { ...input.snapshot, earlier: kept } }), 'coverage.component.web')?.verdict;
}

it('a test that only a catch-all component holds may be of any component: nothing is carried', () => {
  expect(verdictFor('tests/web/w.test.ts')).toBe('cannot-evaluate');
});

it('a test below another component’s own paths is of that one', () => {
  expect(verdictFor('lib/a.test.ts', ['lib/**'])).toBe('pass');
});

it('a source of the catch-all component is of no other', () => {
  expect(verdictFor('lib/a.ts')).toBe('pass');
});
