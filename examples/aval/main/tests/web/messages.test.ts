import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageFor, pesos } from '../../src/web/messages.ts';

test('cada decisión tiene su mensaje', () => {
  assert.match(messageFor('approve', 'Inés'), /autorizada/);
  assert.match(messageFor('review', 'Inés'), /una persona/);
  assert.match(messageFor('decline', 'Inés'), /explicación/);
});

test('los pesos van sin centavos', () => assert.equal(pesos(12500.4), '$12,500'));
