import { parse } from 'yaml';
import type { ApiDocument, ApiFields, ApiOperation } from './api-document.ts';
import { matchesOperation } from './matches-operation.ts';
import { isJson, resolveReference, schemaFields } from './schema-fields.ts';

interface Place {
  readonly component: string;
  readonly path: string;
}

const longest = 2_000_000;
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Reads the wanted operations (`POST /predict`) of an OpenAPI 3 document, JSON or YAML. Never throws. */
export function readApiDocument(place: Place, text: string, wanted: readonly string[]): ApiDocument {
  const document = parsed(text);
  const version = isJson(document) ? document['openapi'] : undefined;
  if (document === null) return { ...place, state: 'unreadable', why: 'it is neither JSON nor YAML' };
  if (typeof version !== 'string' || !version.startsWith('3.'))
    return { ...place, state: 'unreadable', why: 'it does not begin as OpenAPI 3 does (`openapi: 3.1.0`)' };
  return { ...place, state: 'read', operations: operationsOf(document, wanted) };
}

function parsed(text: string): unknown {
  if (text.length > longest) return null;
  try {
    // JSON is YAML; few aliases are real, many are a bomb.
    return parse(text, { maxAliasCount: 100, logLevel: 'silent' }) as unknown;
  } catch {
    return null;
  }
}

function operationsOf(document: unknown, wanted: readonly string[]): ApiOperation[] {
  const paths = isJson(document) && isJson(document['paths']) ? document['paths'] : {};
  return Object.entries(paths).flatMap(([path, item]) => {
    const resolved = resolveReference(document, item);
    return methods
      .filter((method) => isJson(resolved[method]) && wanted.some((each) => matchesOperation(each, { method, path })))
      .map((method) => operationOf(document, `${method.toUpperCase()} ${path}`, resolved[method]));
  });
}

function operationOf(document: unknown, name: string, value: unknown): ApiOperation {
  const operation = resolveReference(document, value);
  const responses = isJson(operation['responses']) ? operation['responses'] : {};
  const success = Object.keys(responses)
    .filter((status) => /^2(\d\d|XX)$/i.test(status))
    .sort()[0];
  return { name, request: jsonBody(document, operation['requestBody']), response: success === undefined ? null : jsonBody(document, responses[success]) };
}

function jsonBody(document: unknown, value: unknown): ApiFields | null {
  const { content } = resolveReference(document, value);
  if (!isJson(content)) return null;
  const media = Object.entries(content).find(([type]) => /^application\/([\w.-]+\+)?json\b/i.test(type))?.[1];
  return isJson(media) && media['schema'] !== undefined ? schemaFields(document, media['schema']) : null;
}
