import { expect, test } from 'vitest';
import { readRefusal } from '../../../src/github/budget/read-limits.ts';

const now = Date.parse('2027-01-12T18:00:00Z');

test.each(['RATE_LIMITED', 'RATE_LIMIT'])('a GraphQL answer that says %s refuses for its rate', (graphqlError) => {
  const headers = { 'x-ratelimit-reset': String(now / 1000 + 60) };
  expect(readRefusal({ status: 200, headers, message: '', graphqlError }, 'graphql', now)).toEqual({ kind: 'primary', resource: 'graphql', wait: 60_000 });
});

test('any other error of GraphQL is an answer', () => {
  expect(readRefusal({ status: 200, headers: {}, message: '', graphqlError: 'NOT_FOUND' }, 'graphql', now)).toBeNull();
});
