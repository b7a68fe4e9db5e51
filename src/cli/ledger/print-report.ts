import { faultWords, ledgerWords } from '../../core/ledger/ledger-words.ts';
import type { LedgerReport } from '../../core/ledger/verify-chain.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { printLine, styled } from '../print.ts';

/** What was verified: the report, and what it was held against. */
export interface Verified extends LedgerReport {
  readonly name: string | null;
  /** Numbers of the published heads that it was compared with; null where it was not. */
  readonly published: readonly { readonly seq: number; readonly digest: string; readonly commit: string }[] | null;
  /** Whether tombstones were held against keys that somebody gave. */
  readonly keyed: boolean;
  /** Of an export: the public key that signed where it ends; null where none did. */
  readonly seal?: string | null;
}

export function printReport(report: Verified, locale: Locale): void {
  const say = ledgerWords[locale];
  const { published, faults } = report;
  printLine(`${report.name ?? report.repository}: ${say.entries(report.entries, report.erased, report.parts)}`);
  if (report.head) printLine(`  ${say.head(report.head.seq, report.head.digest)}`);
  const newest = published && published.length > 0 ? Math.max(...published.map(({ seq }) => seq)) : null;
  printLine(`  ${published === null ? say.notCompared : published.length === 0 ? say.nothingPublished : say.compared(published.length, newest)}`);
  if (report.erased > 0 && !report.keyed) printLine(`  ${say.unsigned}`);
  if (report.seal !== undefined) printLine(`  ${report.seal === null ? say.unsealed : say.sealed(report.seal)}`);
  if (report.open.length > 0) printLine(styled('yellow', `  ${say.open(report.open)}`));
  if (report.unproven > 0) printLine(`  ${say.unproven(report.unproven)}`);
  printLine(styled(faults.length === 0 ? 'green' : 'red', `  ${faults.length === 0 ? say.holds : say.faults(faults.length)}`));
  for (const { seq, fault, what } of faults)
    printLine(
      styled('red', `  ✗ ${seq === null ? say.row : say.entry(seq)}: ${faultWords[locale][fault]}${what === undefined ? '' : ` (${what})`} [${fault}]`),
    );
}
