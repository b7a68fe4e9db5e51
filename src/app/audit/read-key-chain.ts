import { faultOfChain } from '../../audit/keys/key-chain.ts';
import { type SignedKey, signedKeySchema } from '../../audit/keys/key-statement.ts';
import { InputError } from '../../core/errors/input-error.ts';
import { keyLedger } from '../../core/ledger/key-ledger.ts';
import type { Database } from '../../store/database.ts';
import { databaseLedger } from '../../store/ledger/database-ledger.ts';
import { verifyLedger } from '../../store/ledger/verify-ledger.ts';

/** The keys that sign bundles, oldest first, each signed by the one before it. Throws an InputError where the chain does not hold. */
export async function readKeyChain(db: Database): Promise<SignedKey[]> {
  const chain: SignedKey[] = [];
  for await (const { seq, kind, payload } of databaseLedger(db, keyLedger).entries()) {
    const signed = kind === 'bundle-key' && payload !== null ? signedKeySchema.safeParse(JSON.parse(payload)) : null;
    if (!signed?.success) throw new InputError(`entry ${seq} of the ledger of keys is no key; restore it from a backup, or pin the key that signs.`);
    chain.push(signed.data);
  }
  const { faults } = await verifyLedger(db, { repository: keyLedger });
  const fault = faultOfChain(chain) ?? (faults[0] ? `entry ${faults[0].seq ?? 0}: ${faults[0].fault}` : null);
  if (fault !== null) throw new InputError(`the ledger of keys does not hold: ${fault}.`);
  return chain;
}
