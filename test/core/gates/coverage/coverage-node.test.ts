import { describe, expect, it } from 'vitest';
import { coverageGroup } from '../../../../src/core/gates/coverage/coverage-node.ts';
import type { Outcome, Verdict } from '../../../../src/core/verdict/verdict.ts';
import { whole } from '../whole-node.ts';

const leaf = (id: string, verdict: Outcome, more: Partial<Verdict> = {}): Verdict => ({
  id,
  title: `Part ${id}`,
  verdict,
  code: `code.${id}`,
  reason: `Reason of ${id}.`,
  next: verdict === 'pass' || verdict === 'not-applicable' ? null : `Mend ${id}.`,
  children: [],
  ...more,
});
const pass = (id: string, brief?: string) => leaf(id, 'pass', brief === undefined ? {} : { brief });
const fail = (id: string, brief?: string) => leaf(id, 'fail', brief === undefined ? {} : { brief });
const group = (id: string, ...children: readonly Verdict[]) => leaf(id, 'pass', { children, brief: `${id} 1 %` });
const failed = { verdict: 'fail', code: 'code.a', next: 'Mend a.' };

const rows: readonly (readonly [name: string, children: readonly Verdict[], said: object])[] = [
  [
    'counts what applies where all holds, and shows the one figure',
    [pass('a', 'a 90 %'), leaf('b', 'not-applicable')],
    { verdict: 'pass', code: 'coverage.holds', reason: '1 hold', next: null, brief: 'a 90 %' },
  ],
  [
    'shows no list of figures where all of several parts hold',
    [pass('a', 'a 90 %'), pass('b', 'b 91 %')],
    { verdict: 'pass', code: 'coverage.holds', reason: '2 hold', next: null },
  ],
  [
    'shows the figures of groups that hold',
    [group('a', pass('x')), pass('b', 'b 91 %')],
    { verdict: 'pass', code: 'coverage.holds', reason: '2 hold', next: null, brief: 'a 1 %; b 91 %' },
  ],
  [
    'does not apply where nothing in it does',
    [leaf('a', 'not-applicable'), leaf('b', 'not-applicable')],
    { verdict: 'not-applicable', code: 'code.a', reason: 'Part a: Reason of a. Part b: Reason of b.', next: null, brief: 'Reason of a.' },
  ],
  ['cannot be evaluated where nothing is in it', [], { verdict: 'cannot-evaluate', code: 'coverage.nothing-to-judge', reason: '', next: null }],
  ['speaks by the first that fails', [pass('p', 'p 1 %'), fail('a', 'a 10 %')], { ...failed, reason: 'Reason of a.', brief: 'a 10 %' }],
  [
    'gives each of three reasons its name',
    [fail('a', 'a 1 %'), fail('b', 'b 2 %'), fail('c', 'c 3 %')],
    { ...failed, reason: 'Part a: Reason of a. Part b: Reason of b. Part c: Reason of c.', brief: 'a 1 %; b 2 %; c 3 %' },
  ],
  [
    'shows no more than three reasons and figures',
    [fail('a', 'a 1 %'), fail('b', 'b 2 %'), fail('c', 'c 3 %'), fail('d', 'd 4 %')],
    { ...failed, reason: 'Part a: Reason of a. Part b: Reason of b. Part c: Reason of c.', brief: 'a 1 %; b 2 %; c 3 %; …' },
  ],
  [
    'names together the parts that have one reason',
    [fail('a'), fail('b'), leaf('c', 'fail', { reason: 'Reason of a.' })],
    { ...failed, reason: 'Part a, Part c: Reason of a. Part b: Reason of b.' },
  ],
  ['says a reason of all parts once', [fail('a'), leaf('c', 'fail', { reason: 'Reason of a.' })], { ...failed, reason: 'Reason of a.' }],
  [
    'says what is missing rather than figures',
    [pass('p', 'p 1 %'), leaf('a', 'cannot-evaluate'), leaf('b', 'cannot-evaluate', { brief: 'short' })],
    { verdict: 'cannot-evaluate', code: 'code.a', reason: 'Part a: Reason of a. Part b: Reason of b.', next: 'Mend a.', brief: 'Reason of a.' },
  ],
  [
    'waits until the first of its deadlines',
    [
      leaf('a', 'pending', { deadline: '2027-03-02T00:00:00Z', brief: 'short' }),
      leaf('b', 'pending', { deadline: '2027-03-01T00:00:00Z' }),
      leaf('c', 'pending'),
    ],
    {
      verdict: 'pending',
      code: 'code.a',
      reason: 'Part a: Reason of a. Part b: Reason of b. Part c: Reason of c.',
      next: 'Mend a.',
      brief: 'short',
      deadline: '2027-03-01T00:00:00Z',
    },
  ],
  [
    'has no deadline where it fails beside something that waits',
    [leaf('w', 'pending', { deadline: '2027-03-01T00:00:00Z' }), fail('a')],
    { ...failed, reason: 'Reason of a.' },
  ],
];

describe('a group of the coverage gate', () => {
  it.each(rows)('%s', (_, children, said) => {
    const node = coverageGroup({ id: 'g', title: 'Group' }, children, (count) => `${count} hold`);
    expect(whole(node)).toEqual({ id: 'g', title: 'Group', children: children.map(({ id, verdict }) => `${id} ${verdict}`), ...said });
  });
});
