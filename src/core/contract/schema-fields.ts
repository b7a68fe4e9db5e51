import type { ApiField, ApiFields } from './api-document.ts';

type Json = Readonly<Record<string, unknown>>;

// No real schema refers so deep; one that refers to itself does.
const deepest = 20;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows references inside of the document; one to another file, or in a circle, is an empty schema: nothing is known of it. */
export function resolveReference(document: unknown, value: unknown, depth = 0): Json {
  if (!isJson(value)) return {};
  const { $ref } = value;
  if (typeof $ref !== 'string') return value;
  if (!$ref.startsWith('#/') || depth >= deepest) return {};
  const names = $ref
    .slice(2)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = names.reduce<unknown>((at, name) => (isJson(at) && Object.hasOwn(at, name) ? at[name] : undefined), document);
  return resolveReference(document, found, depth + 1);
}

/** The properties of an object's schema, those of its `allOf` parts included. */
export function schemaFields(document: unknown, value: unknown, depth = 0): ApiFields {
  if (depth >= deepest) return {};
  const schema = resolveReference(document, value);
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  const parts = (Array.isArray(schema['allOf']) ? schema['allOf'] : []).map((part) => schemaFields(document, part, depth + 1));
  const inherited = parts.flatMap((part) => Object.entries(part));
  const own = Object.entries(isJson(schema['properties']) ? schema['properties'] : {}).map(([name, property]) => [name, fieldOf(document, property)] as const);
  return Object.fromEntries([...inherited, ...own].map(([name, field]) => [name, { ...field, required: field.required || required.has(name) }]));
}

function fieldOf(document: unknown, value: unknown): ApiField {
  const schema = resolveReference(document, value);
  return { types: typesOf(document, schema), required: false, pattern: typeof schema['pattern'] === 'string' ? schema['pattern'].slice(0, 200) : null };
}

function typesOf(document: unknown, value: unknown, depth = 0): string[] {
  if (depth >= deepest) return [];
  const schema = resolveReference(document, value);
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.filter((each) => typeof each === 'string');
  const choices = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(schema[key]) ? (schema[key] as unknown[]) : []));
  if (choices.length > 0) return [...new Set(choices.flatMap((choice) => typesOf(document, choice, depth + 1)))];
  return isJson(schema['properties']) ? ['object'] : [];
}
