import { isObject } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';

/** One JSON object of a line; null when it is none. Runners and programs write other lines between them. */
export function parseRecord(line: string): JsonObject | null {
  if (!/^\s*\{.*\}\s*$/.test(line)) return null;
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
