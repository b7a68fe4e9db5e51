import { z } from 'zod';
import type { ConfigPath } from './config-source.ts';

/** The keys that a schema knows at a path: what an unknown key is compared with. */
export function knownKeys(schema: z.ZodType, path: ConfigPath): string[] {
  const at = schemaAt(schema, path);
  const found = at instanceof z.ZodUnion ? at.options.find((form) => form instanceof z.ZodObject) : at;
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** The schema of the values at a path; null when no value may be there. */
export function schemaAt(schema: z.ZodType, path: ConfigPath): z.ZodType | null {
  let current: z.ZodType | null = plain(schema);
  for (const step of path) {
    const next: z.ZodType | null = current && inner(current, step);
    current = next && plain(next);
  }
  return current;
}

function inner(schema: z.ZodType, step: string | number): z.ZodType | null {
  if (schema instanceof z.ZodObject) return asType(schema.shape[step]);
  if (schema instanceof z.ZodRecord) return asType(schema.valueType);
  if (schema instanceof z.ZodArray) return asType(schema.element);
  return null;
}

/** The schema itself, without what says that it may be left out or that it is read lazily. */
export function plain(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return plain(asType(schema.unwrap()) ?? schema);
  if (schema instanceof z.ZodLazy) return plain(asType(schema.unwrap()) ?? schema);
  return schema;
}

function asType(value: unknown): z.ZodType | null {
  return value instanceof z.ZodType ? value : null;
}
