import type { Json } from './strip-schema.ts';

const branches = ['anyOf', 'oneOf', 'allOf'] as const;

/**
 * Makes a request body refuse keys that GitHub does not name: the description alone lets `milstone` through.
 * `unevaluatedProperties` (not `additionalProperties`) lets the branches of an `anyOf` add their own keys.
 */
export function strictBody(body: Json): Json {
  const content = (body['content'] as Record<string, Json> | undefined) ?? {};
  const strict = Object.fromEntries(Object.entries(content).map(([type, media]) => [type, { schema: closeObject(media['schema'] as Json) }]));
  return { ...body, content: strict };
}

function closeObject(schema: Json): Json {
  const opened = descend(schema);
  const free = typeof opened['additionalProperties'] === 'object' || (opened['properties'] === undefined && !branches.some((key) => opened[key] !== undefined));
  if (opened['$ref'] !== undefined || free) return opened;
  const { additionalProperties: _dropped, ...rest } = opened;
  return { ...rest, unevaluatedProperties: false };
}

function descend(schema: Json): Json {
  const copy: Json = { ...schema };
  if (copy['additionalProperties'] === true) delete copy['additionalProperties'];
  if (copy['properties'] !== undefined) {
    copy['properties'] = Object.fromEntries(Object.entries(copy['properties'] as Record<string, Json>).map(([name, child]) => [name, closeObject(child)]));
  }
  if (copy['items'] !== undefined) copy['items'] = closeObject(copy['items'] as Json);
  for (const key of branches) {
    // A branch sees only part of the object: closing it would refuse what its siblings allow.
    if (Array.isArray(copy[key])) copy[key] = (copy[key] as Json[]).map(descend);
  }
  return copy;
}
