import { expect, test } from 'vitest';
import { mayGoOn } from '../../action/src/gate/may-go-on.ts';
import type { GateVerdict, Outcome } from '../../src/core/verdict/verdict.ts';

const gate = (verdict: Outcome) => ({ gate: 'coverage', id: 'coverage', title: '', verdict, code: '', reason: '', next: null, children: [] }) as GateVerdict;
const pull = (number: number, ...verdicts: Outcome[]) => ({ number, title: '', verdicts: verdicts.map(gate) });

test.each([
  ['alone and passing', pull(1, 'pass'), [], true],
  ['alone and failing', pull(1, 'pass', 'fail'), [], false],
  ['not judged at all', pull(1), [], false],
  ['passing beside another that passes', pull(1, 'pass'), [pull(2, 'pass', 'not-applicable')], true],
  ['passing beside another that fails', pull(1, 'pass'), [pull(2, 'fail')], false],
  ['passing beside another that cannot be evaluated', pull(1, 'pass'), [pull(2, 'pass'), pull(3, 'cannot-evaluate')], false],
])('a pull request %s', (_what, asked, sameHead, expected) => {
  expect(mayGoOn({ pull: asked, sameHead })).toBe(expected);
});
