import { describe, expect, it } from 'vitest';
import { combineAll, combineAny, negate, worst } from '../../../src/core/verdict/combine.ts';
import type { Outcome } from '../../../src/core/verdict/verdict.ts';

const outcomes: readonly Outcome[] = ['pass', 'fail', 'pending', 'not-applicable', 'cannot-evaluate'];

describe('all', () => {
  const rows: [Outcome[], Outcome][] = [
    [['pass', 'pass'], 'pass'],
    [['pass', 'pending'], 'pending'],
    [['pending', 'cannot-evaluate'], 'cannot-evaluate'],
    [['cannot-evaluate', 'fail'], 'fail'],
    [['pass', 'not-applicable'], 'pass'],
    [['not-applicable'], 'cannot-evaluate'],
    [[], 'cannot-evaluate'],
  ];
  it.each(rows)('of %j is %s', (children, expected) => expect(combineAll(children)).toBe(expected));
});

describe('any', () => {
  const rows: [Outcome[], Outcome][] = [
    [['fail', 'pass'], 'pass'],
    [['fail', 'pending'], 'pending'],
    [['cannot-evaluate', 'pending'], 'pending'],
    [['fail', 'cannot-evaluate'], 'cannot-evaluate'],
    [['fail', 'fail'], 'fail'],
    [['fail', 'not-applicable'], 'fail'],
    [['not-applicable'], 'cannot-evaluate'],
    [[], 'cannot-evaluate'],
  ];
  it.each(rows)('of %j is %s', (children, expected) => expect(combineAny(children)).toBe(expected));
});

describe('not', () => {
  const rows: [Outcome, Outcome][] = [
    ['pass', 'fail'],
    ['fail', 'pass'],
    ['pending', 'pending'],
    ['cannot-evaluate', 'cannot-evaluate'],
    ['not-applicable', 'not-applicable'],
  ];
  it.each(rows)('%s is %s', (child, expected) => expect(negate(child)).toBe(expected));
});

describe('the algebra', () => {
  it('does not care about the order or the repetition of children', () => {
    for (const a of outcomes)
      for (const b of outcomes) {
        expect(combineAll([a, b])).toBe(combineAll([b, a, b]));
        expect(combineAny([a, b])).toBe(combineAny([b, a, b]));
      }
  });

  it('never turns what is not a pass into a pass by adding a demand', () => {
    const passing = outcomes.flatMap((a) => outcomes.map((b) => [a, b])).filter((pair) => combineAll(pair) === 'pass');
    expect(passing).toEqual([
      ['pass', 'pass'],
      ['pass', 'not-applicable'],
      ['not-applicable', 'pass'],
    ]);
    for (const a of outcomes) expect(combineAll([a, 'fail'])).toBe('fail');
  });
});

describe('pull requests that share a commit', () => {
  it('show the worst of them all', () => {
    expect(worst(['pass', 'fail'])).toBe('fail');
    expect(worst(['pass', 'cannot-evaluate'])).toBe('cannot-evaluate');
    expect(worst(['not-applicable', 'pass'])).toBe('pass');
  });

  it('do not apply only when none of them does', () => {
    expect(worst(['not-applicable', 'not-applicable'])).toBe('not-applicable');
    expect(worst([])).toBe('cannot-evaluate');
  });
});
