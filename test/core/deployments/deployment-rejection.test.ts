import { describe, expect, test } from 'vitest';
import { rejectionOf } from '../../../src/core/deployments/deployment-rejection.ts';
import { decision } from '../people/people-fixtures.ts';

const since = '2027-01-20T10:00:00.500Z';
const now = '2027-01-21T10:00:00Z';
const waiting = { environment: 'Production', pulls: [3], since, now };
const rejection = (more: Parameters<typeof decision>[2] = {}) =>
  decision('reject', 'deployment/production', { at: '2027-01-20T12:00:00Z', reason: 'not ready', ...more });

describe('the rejection of a deployment', () => {
  test.each([
    ['counts for what waits', rejection(), waiting, true],
    ['written in the second in which it began to wait counts', rejection({ at: '2027-01-20T10:00:00Z' }), waiting, true],
    ['of before does not count', rejection({ at: '2027-01-20T09:59:59Z' }), waiting, false],
    ['counts for nothing that nobody was told of', rejection(), { ...waiting, since: null }, false],
    ['on a pull request counts for what it brought', rejection({ scope: { kind: 'pull', pull: 3 } }), waiting, true],
    ['on another pull request does not', rejection({ scope: { kind: 'pull', pull: 4 } }), waiting, false],
    ['of another environment does not', decision('reject', 'deployment/alpha', { at: '2027-01-20T12:00:00Z' }), waiting, false],
    ['of a checkpoint does not', decision('reject', 'security-review', { at: '2027-01-20T12:00:00Z' }), waiting, false],
  ] as const)('%s', (_name, decided, deployment, counts) => {
    expect(rejectionOf([decided], deployment) !== null).toBe(counts);
  });
});
