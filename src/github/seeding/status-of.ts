/** The HTTP status that a failed request was answered with; null when there was no answer. */
export function statusOf(error: unknown): number | null {
  return hasStatus(error) ? error.status : null;
}

/** A response header of a failed request, or null. */
export function headerOf(error: unknown, name: string): string | null {
  if (!isRecord(error) || !isRecord(error.response) || !isRecord(error.response.headers)) return null;
  const value = error.response.headers[name];
  return value === undefined || value === null ? null : String(value);
}

function hasStatus(error: unknown): error is { status: number } {
  return isRecord(error) && typeof error.status === 'number' && isRecord(error.response);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
