const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * When a report says it was made, in milliseconds since 1970; null where it says no time that can be read. A time without a
 * zone is UTC, as Python's `utcnow` writes it; where it was local time west of it, it only seems older.
 */
export function reportInstant(text: string | undefined): number | null {
  const match = iso.exec(text ?? '');
  if (!match) return null;
  const at = Date.parse(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? 'Z'}`);
  return Number.isFinite(at) ? at : null;
}
