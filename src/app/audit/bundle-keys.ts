import { chooseSigner } from '../../audit/keys/choose-signer.ts';
import type { Database } from '../../store/database.ts';
import type { Environment } from '../settings/environment.ts';
import { type PublishedKeys, publishedKeys } from './published-keys.ts';
import { readKeyChain } from './read-key-chain.ts';

/** What the server publishes of the keys that sign bundles: read each time, since a rotation is made beside it. */
export function bundleKeys(db: Database, { bundleSigner = {} }: Environment): () => Promise<PublishedKeys> {
  return async () => {
    const chain = await readKeyChain(db);
    // Once a key is recorded the ledger says which sign: a key service need not be asked.
    const signer = chain.length === 0 ? await chooseSigner(bundleSigner) : null;
    return publishedKeys(chain, signer?.key ?? null);
  };
}
