import type { CheckOutput } from '../plan/write.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { LedgerHead } from '../snapshot/pull-snapshot.ts';

const words: Readonly<Record<Locale, string>> = { en: 'Ledger', es: 'Bitácora' };
const published = /<sub>(?:Ledger|Bitácora): `(\d+):([0-9a-f]{64})`<\/sub>\s*$/;

/**
 * Adds the end of the ledger to a check's summary: whoever cuts entries off later contradicts what stands on GitHub. It is
 * no part of what decides whether a check is written again, or each entry would bring about the next.
 */
export function publishLedgerHead(output: CheckOutput, head: LedgerHead | null, locale: Locale): CheckOutput {
  if (head === null) return output;
  return { ...output, summary: `${output.summary}\n\n<sub>${words[locale]}: \`${head.seq}:${head.digest}\`</sub>` };
}

/** Reads what `publishLedgerHead` wrote; null where there is none. */
export function readLedgerHead(summary: string | null): LedgerHead | null {
  const match = published.exec(summary ?? '');
  return match?.[1] && match[2] ? { seq: Number(match[1]), digest: match[2] } : null;
}
