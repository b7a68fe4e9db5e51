import type { SignedKey } from '../../audit/keys/key-statement.ts';
import { publicKeyPem } from '../../audit/keys/public-key-pem.ts';

/** What `/.well-known/sprintgate-keys.json` and `keys list` say: which keys sign or signed bundles, and how each follows from the last. */
export interface PublishedKeys {
  readonly format: 'sprintgate-keys';
  readonly keys: readonly {
    readonly key: string;
    readonly pem: string;
    /** ISO time from which it signs; null for one that no entry records. */
    readonly since: string | null;
    readonly current: boolean;
  }[];
  readonly chain: readonly SignedKey[];
}

/** `signer`: the key at hand, null where this process has none. One that no entry records is the first. */
export function publishedKeys(chain: readonly SignedKey[], signer: string | null): PublishedKeys {
  const recorded = chain.map(({ statement: { key, at } }) => ({ key, since: at }));
  const all: { key: string; since: string | null }[] = recorded.length === 0 && signer !== null ? [{ key: signer, since: null }] : recorded;
  return { format: 'sprintgate-keys', keys: all.map((each, index) => ({ ...each, pem: publicKeyPem(each.key), current: index === all.length - 1 })), chain };
}
