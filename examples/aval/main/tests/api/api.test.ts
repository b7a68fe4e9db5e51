import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequest } from '../../src/api/request.ts';
import { errorResponse, predictionResponse } from '../../src/api/response.ts';

const good = { customer_id: 'AAAA000001', features: { income: 1.2 } };

test('una solicitud completa se lee', () => {
  assert.deepEqual(readRequest(good), { customerId: 'AAAA000001', features: { income: 1.2 }, explain: false });
});

for (const [why, body] of [
  ['el cuerpo debe ser un objeto', 7],
  ['customer_id debe tener', { ...good, customer_id: 'corto' }],
  ['features debe ser', { ...good, features: null }],
  ['features.income debe ser', { ...good, features: { income: 'mucho' } }],
  ['explain debe ser', { ...good, explain: 'sí' }],
] as const)
  test(`se rechaza con motivo: ${why}`, () => assert.throws(() => readRequest(body), { message: new RegExp(why) }));

test('la respuesta lleva versión, identificador y hora', () => {
  const answer = predictionResponse({ probability: 0.75, modelVersion: '1.0.0', requestId: 'r-1', at: '2026-11-18T15:00:00Z' });
  assert.equal(answer.status, 200);
  assert.deepEqual(Object.keys(answer.body), ['prediction', 'confidence', 'model_version', 'request_id', 'timestamp']);
});

test('un fallo interno no enseña su detalle', () => {
  assert.deepEqual(errorResponse(new Error('contraseña en claro')), { status: 500, body: { detail: 'Prediction failed' } });
  assert.equal(errorResponse(new RangeError('falta algo')).status, 422);
});
