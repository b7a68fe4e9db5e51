import { describe, expect, it } from 'vitest';
import { describeRule } from '../../../src/core/backlog/describe-rule.ts';
import { readApiDocument } from '../../../src/core/contract/read-api-document.ts';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import { world, type WorldInput } from '../rules/rule-world.ts';

const rule = ruleSchema.parse({
  openapi: {
    kind: 'api',
    operation: 'POST /predict',
    request: { customer_id: { type: 'string', required: true, pattern: '^[A-Z0-9]{10}$' }, explain: { type: 'boolean' } },
    response: { prediction: { type: 'number', required: true }, explanation: { type: 'object' } },
  },
});

/** As FastAPI writes it, with its schemas among the components. */
const fastapi = `
openapi: 3.1.0
info: { title: AI Model API, version: 1.0.0 }
paths:
  /v1/predict:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/PredictionRequest' } } } }
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/PredictionResponse' } } } }
        '422': { content: { application/json: { schema: { type: object } } } }
components:
  schemas:
    PredictionRequest:
      type: object
      required: [customer_id]
      properties:
        customer_id: { type: string, pattern: '^[A-Z0-9]{10}$' }
        explain: { type: boolean, default: false }
    PredictionResponse:
      type: object
      required: [prediction]
      properties:
        prediction: { type: number }
        explanation: { anyOf: [{ type: object }, { type: 'null' }] }
`;

const place = { component: 'shop-api', path: 'docs/openapi.yaml' };
const component = { id: 'shop-api', kind: 'api', paths: ['src/api/**'], exclude: [], floor: 9000, uploads: [], openapi: place.path };

function judged(text: string | null, changes: WorldInput = {}) {
  const document = text === null ? ({ ...place, state: 'absent' } as const) : readApiDocument(place, text, ['POST /predict']);
  return evaluateRule(rule, world({ policy: { components: [component] }, snapshot: { apiDocuments: [document] }, ...changes }).context);
}

const without = (...parts: string[]) => parts.reduce((text, part) => text.replace(part, ''), fastapi);
const other = (from: string, to: string) => fastapi.replace(from, to);

describe('an API held against its contract', () => {
  it.each([
    ['keeps to it below a version, with references', fastapi, 'pass openapi.holds'],
    ['may be written in JSON', '{"openapi":"3.0.3","paths":{"/predict":{"post":{}}}}', 'fail openapi.misses'],
    [
      'inherits fields by allOf',
      other("schema: { $ref: '#/components/schemas/PredictionResponse' }", "schema: { allOf: [{ $ref: '#/components/schemas/PredictionResponse' }] }"),
      'pass openapi.holds',
    ],
    ['may answer a number with a whole one', other('prediction: { type: number }', 'prediction: { type: integer }'), 'pass openapi.holds'],
    ['cannot be judged without the file', null, 'cannot-evaluate openapi.absent'],
    ['cannot be judged by an empty file', '', 'cannot-evaluate openapi.unreadable'],
    ['cannot be judged by a broken file', '{"openapi": ', 'cannot-evaluate openapi.unreadable'],
    ['cannot be judged by Swagger 2', 'swagger: "2.0"\npaths: {}', 'cannot-evaluate openapi.unreadable'],
    ['cannot be judged by a bomb of aliases', `openapi: 3.1.0\na: &a [x]\nb: [${'*a, '.repeat(500)}]`, 'cannot-evaluate openapi.unreadable'],
    ['fails without the operation', other('/v1/predict', '/v1/score'), 'fail openapi.misses'],
    ['fails with the operation under another method', other('    post:', '    put:'), 'fail openapi.misses'],
    [
      'fails by references to other files, of which nothing is known',
      other('#/components/schemas/PredictionRequest', 'other.yaml#/PredictionRequest'),
      'fail openapi.misses',
    ],
    [
      'fails by schemas that refer to each other in a circle',
      other('PredictionRequest:\n      type: object', "PredictionRequest:\n      $ref: '#/components/schemas/PredictionRequest'"),
      'fail openapi.misses',
    ],
  ])('%s', (_name, text, expected) => {
    const { verdict, code } = judged(text);
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it.each([
    ['a field that is not there', without('explain: { type: boolean, default: false }'), 'the request lacks `explain`'],
    ['a field of another type', other('prediction: { type: number }', 'prediction: { type: string }'), '`prediction` of the response is string, not number'],
    ['a field without a type', other('prediction: { type: number }', 'prediction: {}'), '`prediction` of the response has no type; it must be number'],
    ['a field that may be left out', without('required: [prediction]'), '`prediction` of the response is not required'],
    ['another pattern', other('{10}', '{8}'), '`customer_id` has `^[A-Z0-9]{8}$`, not the pattern `^[A-Z0-9]{10}$`'],
    ['no body at all', other("        '200'", "        '302'"), 'the response has no JSON body'],
  ])('is told of %s, in its operation', (_name, text, miss) => {
    expect(judged(text).reason).toBe(`\`docs/openapi.yaml\`, \`POST /v1/predict\`: ${miss}`);
  });

  it('is told of all that misses at once, in Spanish too', () => {
    const text = without('explain: { type: boolean, default: false }', 'required: [prediction]');
    expect(judged(text, { locale: 'es', policy: { locale: 'es', components: [component] } }).reason).toBe(
      '`docs/openapi.yaml`, `POST /v1/predict`: a la solicitud le falta `explain`; `prediction` de la respuesta no es obligatorio',
    );
  });

  it('does not apply where no component is of its kind', () => {
    expect(judged(fastapi, { policy: { components: [{ ...component, kind: 'web' }] } })).toMatchObject({ verdict: 'not-applicable', code: 'scope.kind' });
  });

  it('says which line to add where no component names its document, with the file that is there', () => {
    const { openapi: _none, ...silent } = component;
    const { code, next } = judged(fastapi, { policy: { components: [silent] }, snapshot: { tree: ['src/api/a.ts', 'api/openapi.json'] } });
    expect(code).toBe('openapi.not-named');
    expect(next).toContain('components: { shop-api: { openapi: api/openapi.json } }');
  });

  it('cannot be judged where nobody read the document', () => {
    expect(judged(fastapi, { snapshot: {}, policy: { components: [component] } }).code).toBe('openapi.unread');
  });

  it('is one service’s: another API beside it need not offer the operation', () => {
    const apiDocuments = [
      readApiDocument({ component: 'admin', path: 'a.yaml' }, 'openapi: 3.1.0\npaths: {}', ['POST /predict']),
      readApiDocument(place, fastapi, ['POST /predict']),
    ];
    const components = [{ ...component, id: 'admin', openapi: 'a.yaml' }, component];
    expect(judged(null, { policy: { components }, snapshot: { apiDocuments } }).verdict).toBe('pass');
  });

  it('is told in one line in an issue', () => {
    expect(describeRule(rule, world({}).policy)).toBe('contract of `POST /predict` in the OpenAPI document');
  });
});
