import { describe, expect, test } from 'vitest';
import { smallestActions } from '../../../src/core/explain/smallest-actions.ts';
import type { Outcome, Verdict } from '../../../src/core/verdict/verdict.ts';

const leaf = (next: string, verdict: Outcome = 'fail', code = 'tests.failed'): Verdict => ({
  id: next,
  title: `the ${next}`,
  verdict,
  code,
  reason: 'why',
  next,
  children: [],
});
const group = (kind: 'all' | 'any' | 'not', verdict: Outcome, children: Verdict[]): Verdict => ({
  ...leaf(`some of ${kind}`, verdict, `${kind}.${verdict}`),
  children,
});
const gate = (...children: Verdict[]): Verdict => ({ ...leaf('the first of it', 'fail', 'quality.fail'), children });
const pass = leaf('never', 'pass');
const idle = leaf('never', 'not-applicable');
const unread = leaf('ask', 'cannot-evaluate', 'attestation.decisions-unavailable');
const nobody = leaf('name', 'cannot-evaluate', 'attestation.nobody');

describe('the smallest set of actions', () => {
  test.each<[string, Verdict, string[]]>([
    ['of a gate that passes is empty', { ...gate(leaf('test')), verdict: 'pass' }, []],
    ['of a gate that does not apply is empty', { ...gate(leaf('test')), verdict: 'not-applicable' }, []],
    ['of a gate without parts is its own next step', gate(), ['the first of it']],
    ['of all is what each open part asks', gate(leaf('test'), pass, idle, leaf('scan', 'cannot-evaluate')), ['test', 'scan']],
    ['names once what two parts ask alike', gate(leaf('sign'), leaf('sign'), leaf('test')), ['sign', 'test']],
    ['of any is the cheapest part', gate(group('any', 'fail', [group('all', 'fail', [leaf('test'), leaf('scan')]), leaf('sign')])), ['sign']],
    ['of any is the first of parts that cost the same', gate(group('any', 'fail', [leaf('test'), leaf('sign')])), ['test']],
    ['of any is what another part asks anyway', gate(group('any', 'fail', [leaf('test'), leaf('sign')]), leaf('sign')), ['sign']],
    ['shares an action between two choices', gate(group('any', 'fail', [leaf('a'), leaf('both')]), group('any', 'fail', [leaf('b'), leaf('both')])), ['both']],
    ['waits for a machine rather than act', gate(group('any', 'pending', [leaf('sign'), leaf('wait', 'pending')])), ['wait']],
    ['looks at what could not be read last of all', gate(group('any', 'cannot-evaluate', [unread, group('all', 'fail', [leaf('a'), leaf('b')])])), ['a', 'b']],
    ['looks where there is no other way', gate(unread, leaf('a')), ['ask', 'a']],
    ['prefers one that is enough to naming people who then have to sign', gate(group('any', 'fail', [nobody, leaf('a')])), ['a']],
    ['names people where only they can sign', gate(nobody), ['name']],
    ['leaves alone what is below a waiver', gate({ ...group('all', 'pass', [leaf('test')]), code: 'criterion.waived' }, leaf('a')), ['a']],
    ['of not is its own step, since its part would have to fail', gate(group('not', 'fail', [pass])), ['some of not']],
    [
      'of a criterion whose waiver is unknown is its own step',
      gate({ ...leaf('test', 'cannot-evaluate', 'criterion.waiver-unknown'), children: [leaf('x')] }),
      ['test'],
    ],
    ['skips a total that only waits for its components', gate(leaf('upload'), leaf('those first', 'cannot-evaluate', 'coverage.total-incomplete')), ['upload']],
    ['tells the reason where no step is known', gate({ ...leaf(''), next: null }), ['why']],
  ])('%s', (_what, verdict, expected) => {
    expect(smallestActions(verdict).map(({ what }) => what)).toEqual(expected);
  });

  test('says what each action is for, under the name of the criterion and not of a combined rule', () => {
    const first = { ...group('any', 'fail', [leaf('sign')]), id: 'one', title: 'One' };
    const second = { ...leaf('sign'), id: 'two', title: 'Two' };
    expect(smallestActions(gate(first, second))).toMatchObject([
      {
        kind: 'act',
        what: 'sign',
        subjects: [
          { id: 'one', title: 'One' },
          { id: 'two', title: 'Two' },
        ],
      },
    ]);
  });

  test('ends, and soon, for a hundred choices of three', () => {
    const choice = (index: number) => group('any', 'fail', [leaf(`a${index}`), leaf(`b${index}`), leaf(`c${index}`)]);
    expect(smallestActions(gate(...Array.from({ length: 100 }, (_, index) => choice(index))))).toHaveLength(100);
  });
});
