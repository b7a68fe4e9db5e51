import type { Write } from '../plan/write.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { ChainHead } from '../ledger/verify-chain.ts';

const words: Readonly<Record<Locale, string>> = { en: 'Ledger', es: 'Bitácora' };
const published = /<sub>(?:Ledger|Bitácora): `(\d+):([0-9a-f]{64})`<\/sub>\s*$/;

/**
 * A check as it is posted: its summary ends with the end of the ledger, which is the entry of the very decision that posts it.
 * Whoever cuts entries off later contradicts what stands on GitHub. No plan holds that line, or each entry would bring about
 * the next; what is no check stays as it is.
 */
export function publishLedgerHead(write: Write, { seq, digest }: ChainHead, locale: Locale): Write {
  if (write.do !== 'create-check' && write.do !== 'update-check') return write;
  const { output } = write;
  return { ...write, output: { ...output, summary: `${output.summary}\n\n<sub>${words[locale]}: \`${seq}:${digest}\`</sub>` } };
}

/** Reads what `publishLedgerHead` wrote; null where there is none. */
export function readLedgerHead(summary: string | null): ChainHead | null {
  const match = published.exec(summary ?? '');
  return match?.[1] && match[2] ? { seq: Number(match[1]), digest: match[2] } : null;
}
