import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admit, tooManyRequests } from '../../src/api/limits.ts';

test('la primera solicitud se admite', () => {
  assert.equal(admit('básico', null, 0).admitted, true);
});

test('dentro de la ventana se cuenta', () => {
  assert.deepEqual(admit('prueba', { startedAt: 0, count: 3 }, 1_000).window, { startedAt: 0, count: 4 });
});

test('al llegar al límite se pide esperar', () => {
  const full = admit('prueba', { startedAt: 0, count: 10 }, 15_500);
  assert.equal(full.admitted, false);
  assert.deepEqual(tooManyRequests(full.retryAfter).headers, { 'retry-after': '45' });
});

test('un minuto después empieza otra ventana', () => {
  assert.equal(admit('prueba', { startedAt: 0, count: 10 }, 60_000).window.count, 1);
});

test('un plan desconocido se rechaza', () => {
  assert.equal(admit('otro', null, 0).admitted, false);
});
