import { describe, expect, it } from 'vitest';
import { isRelease } from '../../../../src/core/gates/readiness/is-release.ts';

const release = { branches: ['main', 'stable/*'], heads: ['release/**', 'release-please--**'], labels: ['release'], always: ['production'], target: 'release' };

describe('isRelease', () => {
  it.each([
    ['main', 'release/2027/w3', [], [], true],
    ['main', 'release-please--branches--main', [], [], true],
    ['main', 'topic', ['Release'], [], true],
    ['main', 'topic', [], [], false],
    ['develop', 'release/1', ['release'], [], false],
    ['stable/2', 'release/2', [], [], true],
    ['production', 'topic', [], [], true],
    ['main', 'topic', [], [5], true],
    ['main', 'topic', [], [6], false],
  ] as const)('into %s from %s with labels %j, known %j: %s', (...row) => {
    const [base, head, labels, known, expected] = row;
    const pull = { number: 5, base: { sha: 'b', ref: base }, head: { sha: 'h', ref: head, repositoryId: 1 }, labels };
    expect(isRelease({ release }, pull, known)).toBe(expected);
  });
});
