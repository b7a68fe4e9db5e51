import { findingsTally } from '../../findings-tally.ts';
import { flagList } from '../../input/flag-list.ts';
import { textOf } from '../../input/json-shape.ts';
import { severityOf } from '../../severity.ts';
import type { ReportBody } from '../reader.ts';

/** A finding as the tool writes it; what is no text or no line number is left out, what is no known severity is `unknown`. */
interface Found {
  readonly id: unknown;
  /** The tool's word, or one of the scale. */
  readonly severity: unknown;
  readonly title: unknown;
  readonly file?: unknown;
  readonly line?: unknown;
}

interface About {
  readonly tool?: unknown;
  readonly version?: unknown;
  readonly madeAt?: unknown;
  readonly outcome?: 'ok' | 'empty' | 'tool-error';
  readonly error?: string;
}

/** What one report of a scanner holds, as its reader meets it. */
export interface Scan {
  find(found: Found): void;
  suppress(): void;
  flag(flag: string): void;
  end(about?: About): ReportBody;
}

export function openScan(): Scan {
  const tally = findingsTally();
  const flags = flagList();
  const strange = new Map<string, number>();
  return {
    find({ id, severity, title, file, line }) {
      const mapped = severityOf(severity);
      if (mapped === 'unknown') {
        const word = wordOf(severity);
        const known = strange.has(word) || strange.size < 20 ? word : 'have other severities that are not known';
        strange.set(known, (strange.get(known) ?? 0) + 1);
      }
      tally.add({ id: oneLine(id) ?? '', severity: mapped, title: oneLine(title) ?? oneLine(id) ?? '', file: oneLine(file), line: lineOf(line) });
    },
    suppress: () => tally.suppress(),
    flag: (flag) => flags.add(flag),
    end(about = {}) {
      for (const [word, count] of strange) flags.add(`unknown-severity: ${count} findings ${word}; they count as unknown`);
      const tool = [oneLine(about.tool), oneLine(about.version)].filter(Boolean).join(' ').slice(0, 100);
      const madeAt = timeOf(about.madeAt);
      return {
        kind: 'findings',
        outcome: about.outcome ?? 'ok',
        scan: null,
        ...tally.end(),
        flags: flags.list(),
        ...(about.error === undefined ? {} : { error: { message: about.error } }),
        ...(tool === '' ? {} : { tool }),
        ...(madeAt === null ? {} : { madeAt }),
      };
    },
  };
}

function wordOf(severity: unknown): string {
  const word = textOf(severity)?.trim().toLowerCase() ?? '';
  return ['', 'unknown', 'undefined'].includes(word) ? 'have no severity' : `have the severity ${JSON.stringify(word.slice(0, 30))}`;
}

/** Control characters are for no annotation or comment. */
function oneLine(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text === null || text.trim() === ''
    ? null
    : text
        .slice(0, 1000)
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
}

/** Several tools write line numbers as text. */
function lineOf(value: unknown): number | null {
  const line = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return Number.isInteger(line) && (line as number) > 0 ? (line as number) : null;
}

function timeOf(value: unknown): string | null {
  const text = textOf(value);
  // Go writes its zero time when it knows none.
  if (text === null || !/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text) || text.startsWith('0001-')) return null;
  return text;
}
