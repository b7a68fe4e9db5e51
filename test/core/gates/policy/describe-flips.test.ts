import { describe, expect, test } from 'vitest';
import { describeFlips } from '../../../../src/core/gates/policy/describe-flips.ts';
import { gateFlips, type OpenPullFlips } from '../../../../src/core/policy/open-pull-flips.ts';
import type { GateVerdict, Outcome } from '../../../../src/core/verdict/verdict.ts';

const gate = (pull: number, id: string, verdict: Outcome): { pull: number; verdict: GateVerdict } => ({
  pull,
  verdict: { id, gate: id, title: `Gate ${id}`, verdict, code: '', reason: '', next: null, children: [] },
});

test('a flip is a gate of a pull request that comes out otherwise; a new or dropped gate is none', () => {
  const before = [gate(12, 'coverage', 'pass'), gate(12, 'quality', 'pass'), gate(15, 'coverage', 'fail')];
  const after = [gate(12, 'coverage', 'fail'), gate(12, 'extra', 'fail'), gate(15, 'coverage', 'fail')];
  expect(gateFlips(before, after)).toEqual([{ pull: 12, gates: [{ gate: 'coverage', title: 'Gate coverage', before: 'pass', after: 'fail' }] }]);
});

describe('what becomes of open pull requests is said in one line', () => {
  const pulls = gateFlips([gate(12, 'coverage', 'pass')], [gate(12, 'coverage', 'fail')]);
  test.each([
    ['none is open', { kind: 'judged', open: 0, judged: 0, pulls: [] }, 'No other is open.', 'No hay otro abierto.'],
    [
      'none flips',
      { kind: 'judged', open: 2, judged: 2, pulls: [] },
      'All 2 others were judged. None would come out otherwise.',
      'Se evaluaron los otros 2. Ninguno cambiaría de resultado.',
    ],
    [
      'some flip of the latest',
      { kind: 'judged', open: 12, judged: 5, pulls },
      'The latest 5 of 12 others were judged. Would come out otherwise: #12 (Gate coverage ✅ → ❌).',
      'Se evaluaron los 5 más recientes de otros 12. Cambiarían de resultado: #12 (Gate coverage ✅ → ❌).',
    ],
    ['nobody can tell', { kind: 'not-computed', why: 'needs-app' }, /^Not computed, .*`sprintgate simulate/, /^No se calculó, .*`sprintgate simulate/],
    ['GitHub did not answer', { kind: 'not-computed', why: 'unreadable' }, /^Not computed, .*`recheck`/, /^No se calculó, .*`recheck`/],
    [
      'the only other flips not',
      { kind: 'judged', open: 1, judged: 1, pulls: [] },
      'The other one was judged. None would come out otherwise.',
      'Se evaluó el otro. Ninguno cambiaría de resultado.',
    ],
    [
      'one of the two was judged',
      { kind: 'judged', open: 2, judged: 1, pulls: [] },
      'The latest of 2 others was judged. None would come out otherwise.',
      'Se evaluó el más reciente de otros 2. Ninguno cambiaría de resultado.',
    ],
  ] as [string, OpenPullFlips, string | RegExp, string | RegExp][])('where %s', (_when, flips, en, es) => {
    expect(describeFlips(flips, 'en')).toMatch(en);
    expect(describeFlips(flips, 'es')).toMatch(es);
  });

  test.each([
    [10, ''],
    [11, '; and 1 more'],
  ])('of %i that flip ten are named', (count, rest) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const flips = numbers.map((pull) => ({
      pull,
      gates: ['coverage', 'quality'].map((id) => ({ gate: id, title: id, before: 'pass' as const, after: 'fail' as const })),
    }));
    const shown = numbers.slice(0, 10).map((pull) => `#${pull} (coverage ✅ → ❌, quality ✅ → ❌)`);
    expect(describeFlips({ kind: 'judged', open: count, judged: count, pulls: flips }, 'en')).toBe(
      `All ${count} others were judged. Would come out otherwise: ${shown.join('; ')}${rest}.`,
    );
  });
});
