import { stripSchema } from './strip-schema.ts';
import type { Json } from './strip-schema.ts';

/** Gathers every component that the paths refer to, directly or through another component. */
export function collectReferences(paths: Json, source: Json): Json {
  const components: Record<string, Json> = {};
  const waiting = references(paths);
  const seen = new Set<string>();
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    if (seen.has(reference)) continue;
    seen.add(reference);
    const [kind, name] = reference.split('/').slice(2);
    if (kind === undefined || name === undefined) throw new Error(`${reference}: only references to components are known`);
    const found = (source['components'] as Record<string, Json>)[kind]?.[name];
    // Examples and headers are dropped with the prose.
    if (found === undefined || kind === 'examples' || kind === 'headers') continue;
    const component = stripSchema(found);
    components[kind] = { ...components[kind], [name]: component };
    waiting.push(...references(component));
  }
  return components;
}

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => (key === '$ref' && typeof child === 'string' ? [child] : references(child)));
}
