import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../src/api/explain.ts';

test('lo que más pesó va primero, con su signo', () => {
  assert.deepEqual(explain({ income: 0.5, utilisation: -1 }, { income: 1, utilisation: 0.9 }), [
    { name: 'utilisation', effect: -0.9 },
    { name: 'income', effect: 0.5 },
  ]);
});

test('lo que no pesó no se nombra', () => {
  assert.deepEqual(explain({ income: 0.5 }, {}), []);
});
