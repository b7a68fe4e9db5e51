import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { githubDescription } from './description.ts';
import type { Operation, Parameter } from './description.ts';
import type { Route } from './match-route.ts';

/** Node's interop gives the CommonJS module; its default is the plug-in. */
const addFormats = formats.default;

const ajvOptions = { strict: false, allErrors: true, inlineRefs: false, validateSchema: false } as const;

function prepare<A extends Ajv | Ajv2019>(ajv: A): A {
  addFormats(ajv);
  // Formats of GitHub's own that say nothing checkable.
  for (const format of ['repo.nwo', 'ssh-key', 'timestamp', 'int64', 'binary', 'email']) ajv.addFormat(format, true);
  ajv.addSchema({ $id: 'github', ...githubDescription() });
  return ajv;
}

const compiled = new Map<string, ValidateFunction | null>();
/** Bodies refuse unknown keys by `unevaluatedProperties`, which only the 2019 dialect knows. */
let bodyAjv: Ajv2019 | null = null;
let queryAjv: Ajv | null = null;

/** Compiles when first asked: an operation takes 2 to 100 ms, and a test uses few. */
function validator(key: string, make: () => ValidateFunction | null): ValidateFunction | null {
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  compiled.set(key, fresh);
  return fresh;
}

function pointer(...parts: readonly (string | number)[]): string {
  const path = parts.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  return `github#/${path}`;
}

function compileBody(route: Route): ValidateFunction | null {
  if (route.operation?.requestBody?.content['application/json'] === undefined) return null;
  bodyAjv ??= prepare(new Ajv2019(ajvOptions));
  return bodyAjv.compile({ $ref: pointer('paths', route.path, route.method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema') });
}

function resolveParameter(
  route: Route,
  entry: Operation['parameters'][number],
  index: number,
): { readonly parameter: Parameter; readonly schema: string } | null {
  if (!('$ref' in entry)) return { parameter: entry, schema: pointer('paths', route.path, route.method.toLowerCase(), 'parameters', index, 'schema') };
  const name = entry.$ref.split('/').at(-1) ?? '';
  const parameter = githubDescription().components.parameters[name];
  return parameter === undefined ? null : { parameter, schema: pointer('components', 'parameters', name, 'schema') };
}

function compileParameters(route: Route, place: 'path' | 'query'): ValidateFunction {
  const found = (route.operation?.parameters ?? [])
    .flatMap((entry, index) => resolveParameter(route, entry, index) ?? [])
    .filter(({ parameter }) => parameter.in === place);
  queryAjv ??= prepare(new Ajv({ ...ajvOptions, coerceTypes: true }));
  return queryAjv.compile({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(found.map(({ parameter, schema }) => [parameter.name, { $ref: schema }])),
    required: found.filter(({ parameter }) => parameter.required === true).map(({ parameter }) => parameter.name),
  });
}

function compileResponse(route: Route, status: number): ValidateFunction | null {
  const response = route.operation?.responses[String(status)];
  const shared = response?.$ref?.split('/').at(-1);
  const content = shared === undefined ? response?.content : githubDescription().components.responses[shared]?.content;
  if (content?.['application/json'] === undefined) return null;
  bodyAjv ??= prepare(new Ajv2019(ajvOptions));
  const place = shared === undefined ? ['paths', route.path, route.method.toLowerCase(), 'responses', status] : ['components', 'responses', shared];
  return bodyAjv.compile({ $ref: pointer(...place, 'content', 'application/json', 'schema') });
}

function complaints(where: string, errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).slice(0, 8).map((error) => `${where}${error.instancePath} ${error.message ?? 'does not fit'}${extra(error)}`);
}

function extra(error: ErrorObject): string {
  const named: unknown = error.params['additionalProperty'] ?? error.params['unevaluatedProperty'] ?? error.params['allowedValues'];
  return named === undefined ? '' : `: ${JSON.stringify(named)}`;
}

export interface RequestParts {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Holds a request against GitHub's description; returns what does not fit, nothing when all does. */
export function findRequestFaults(route: Route, parts: RequestParts): string[] {
  if (route.operation === null) return [];
  const faults: string[] = [];
  for (const place of ['path', 'query'] as const) {
    const check = validator(`${place} ${route.operationId}`, () => compileParameters(route, place));
    // The validator turns text into numbers in place, so it gets a copy.
    if (check !== null && !check({ ...(place === 'path' ? parts.params : parts.query) })) faults.push(...complaints(place, check.errors));
  }
  const check = validator(`body ${route.operationId}`, () => compileBody(route));
  if (check === null && parts.body !== undefined && Object.keys(parts.body as object).length > 0) return [...faults, 'body is sent where GitHub takes none'];
  if (check === null || (parts.body === undefined && route.operation.requestBody?.required !== true)) return faults;
  return check(parts.body ?? {}) ? faults : [...faults, ...complaints('body', check.errors)];
}

/** Where the description contradicts what GitHub sends: an account there would be a user and an enterprise at once. */
const misdescribed = new Set(['apps/list-installations']);

/** Holds one of our own answers against the description: a fake that answers what GitHub never would is worthless. */
export function findResponseFaults(route: Route, answer: { readonly status: number; readonly body: unknown }): string[] {
  if (route.operation === null || answer.status >= 400 || misdescribed.has(route.operationId)) return [];
  if (route.operation.responses[String(answer.status)] === undefined)
    return [`status ${answer.status} is not one that GitHub describes for ${route.operationId}`];
  const check = validator(`response ${route.operationId} ${answer.status}`, () => compileResponse(route, answer.status));
  if (check === null) return [];
  return check(JSON.parse(JSON.stringify(answer.body ?? null))) ? [] : complaints('response', check.errors);
}
