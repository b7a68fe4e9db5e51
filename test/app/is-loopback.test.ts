import { expect, test } from 'vitest';
import { isLoopback } from '../../src/app/is-loopback.ts';

test.each([
  ['http://127.0.0.1:3000', true],
  ['http://127.8.9.1', true],
  ['http://localhost:3000/api/v3', true],
  ['http://[::1]:3000', true],
  ['https://api.github.com', false],
  ['https://127.evil.com', false],
  ['https://127.0.0.1.evil.com', false],
  ['https://localhost.evil.com', false],
])('%s is on this machine: %s', (url, expected) => {
  expect(isLoopback(url)).toBe(expected);
});
