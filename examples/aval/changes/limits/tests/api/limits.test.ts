import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admit } from '../../src/api/limits.ts';

test('la primera solicitud se admite', () => {
  assert.equal(admit('básico', null, 0).admitted, true);
});
