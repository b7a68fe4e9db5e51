import { cleanText } from './clean-text.ts';
import { plainError } from './plain-error.ts';

/** Names under which libraries keep what must not be written: `token`, `privateKey`, `installation_token`, request headers and bodies. */
const hidden = /^(?:.*[_-])?(?:authorization|cookie|set-cookie|token|secret|password|passwd|pem|headers|body|payload|data)$|(?:Token|Secret|Password|Key)$/i;
const shown = new Set(['key', 'Key']);
const most = { deep: 5, entries: 20 };

/** The facts of a log line as they may be written: plain, small, without secrets and without control characters. */
export function cleanFacts(facts: object, ours: readonly string[]): Record<string, unknown> {
  return cleanObject(facts, { ours, deep: 0 });
}

interface Place {
  readonly ours: readonly string[];
  readonly deep: number;
}

function cleanObject(value: object, place: Place): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, most.entries);
  return Object.fromEntries(entries.map(([name, each]) => [cleanText(name, place.ours), isHidden(name) ? '[hidden]' : cleanValue(each, place)]));
}

function isHidden(name: string): boolean {
  return !shown.has(name) && hidden.test(name);
}

function cleanValue(value: unknown, { ours, deep }: Place): unknown {
  if (typeof value === 'string') return cleanText(value, ours);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (deep >= most.deep) return '[…]';
  const below = { ours, deep: deep + 1 };
  if (value instanceof Error) return cleanValue(plainError(value), { ours, deep: 0 });
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.slice(0, most.entries).map((each) => cleanValue(each, below));
  return cleanObject(value, below);
}
