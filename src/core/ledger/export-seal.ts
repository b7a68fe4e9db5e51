import { sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../markers/digest.ts';
import { parseReceiptKey, printReceiptKey } from '../people/receipt-public-key.ts';
import type { LedgerFault } from './ledger-fault.ts';

const sealed = z.strictObject({
  /** Nothing else that this key signs reads like this. */
  what: z.literal('ledger-export'),
  repository: z.int(),
  /** ISO time of the export. */
  at: z.string(),
  /** Where the ledger ended. */
  head: z.strictObject({ seq: z.int(), digest: z.string() }),
  /** The installation's public key, as receipts have it. */
  key: z.string(),
});

export const exportSealSchema = z.object({ sealed, signature: z.string() });
/** Says where an exported ledger ended, signed by the installation: a file that was cut does not end there. */
export type ExportSeal = z.infer<typeof exportSealSchema>;

export function sealExport(
  facts: Pick<ExportSeal['sealed'], 'repository' | 'at' | 'head'>,
  keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
): ExportSeal {
  const content = { what: 'ledger-export' as const, ...facts, key: printReceiptKey(keys.publicKey) };
  return { sealed: content, signature: sign(null, Buffer.from(canonicalJson(content)), keys.privateKey).toString('base64') };
}

/** What is wrong with a seal itself. Where keys are given it must be there, and signed with one of them. */
export function checkSeal(seal: ExportSeal | null, repository: number, keys: readonly string[]): LedgerFault[] {
  if (seal === null) return keys.length > 0 ? [{ seq: null, fault: 'unsealed-export' }] : [];
  const { sealed: content } = seal;
  if (!isSigned(seal) || content.repository !== repository) return [{ seq: null, fault: 'broken-seal' }];
  return keys.length > 0 && !keys.includes(content.key) ? [{ seq: null, fault: 'foreign-seal', what: content.key }] : [];
}

function isSigned({ sealed: content, signature }: ExportSeal): boolean {
  try {
    return verify(null, Buffer.from(canonicalJson(content)), parseReceiptKey(content.key), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
