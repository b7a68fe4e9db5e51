/** The value at a path of a payload, whatever it is; undefined when a step is missing. Payloads are others' input: nothing is assumed. */
export function valueAt(payload: unknown, ...path: readonly string[]): unknown {
  let value = payload;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** A GitHub id or number at a path; null when there is none. */
export function idAt(payload: unknown, ...path: readonly string[]): number | null {
  const value = valueAt(payload, ...path);
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** A non-empty text at a path; null when there is none. */
export function textAt(payload: unknown, ...path: readonly string[]): string | null {
  const value = valueAt(payload, ...path);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A list at a path; empty when there is none. */
export function listAt(payload: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = valueAt(payload, ...path);
  return Array.isArray(value) ? value : [];
}
