export type Json = Record<string, unknown>;

const prose = new Set([
  'description',
  'summary',
  'title',
  'externalDocs',
  'example',
  'examples',
  'default',
  'deprecated',
  'discriminator',
  'headers',
  'links',
  'x-github',
  'x-github-breaking-changes',
  'readOnly',
  'writeOnly',
]);

/** Maps whose keys are names chosen by GitHub, not words of the schema language: `output.summary` is a property. */
const nameMaps = new Set(['properties', 'patternProperties']);

/** Drops prose and examples from a description, and rewrites OpenAPI's `nullable` to what JSON Schema knows. */
export function stripSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripSchema);
  if (typeof value !== 'object' || value === null) return value;
  const kept: Json = {};
  for (const [key, child] of Object.entries(value)) {
    if (prose.has(key)) continue;
    kept[key] = nameMaps.has(key) ? stripNames(child as Json) : stripSchema(child);
  }
  return rewriteNullable(kept);
}

function stripNames(map: Json): Json {
  return Object.fromEntries(Object.entries(map).map(([name, child]) => [name, stripSchema(child)]));
}

function rewriteNullable(schema: Json): Json {
  if (schema['nullable'] === undefined) return schema;
  const { nullable, ...rest } = schema;
  if (nullable !== true) return rest;
  const choice = (['anyOf', 'oneOf'] as const).find((key) => Array.isArray(rest[key]));
  if (choice !== undefined) return { ...widen(rest), [choice]: [...(rest[choice] as unknown[]), { type: 'null' }] };
  return rest['allOf'] !== undefined || typeof rest['type'] !== 'string' ? { anyOf: [rest, { type: 'null' }] } : widen(rest);
}

function widen(schema: Json): Json {
  const widened: Json = typeof schema['type'] === 'string' ? { ...schema, type: [schema['type'], 'null'] } : { ...schema };
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(null)) widened['enum'] = [...(schema['enum'] as unknown[]), null];
  return widened;
}
