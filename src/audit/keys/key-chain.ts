import { isSignedKey, type SignedKey } from './key-statement.ts';

/** What is wrong with a chain of keys, in English; null when each key was signed by the one before it. */
export function faultOfChain(chain: readonly SignedKey[]): string | null {
  for (const [index, signed] of chain.entries()) {
    const before = chain[index - 1]?.statement ?? null;
    const { key, previous, at } = signed.statement;
    if (previous !== (before?.key ?? null)) return `key ${index + 1} does not follow the one before it`;
    if (before && Date.parse(before.at) > Date.parse(at)) return `key ${index + 1} is older than the one before it`;
    if (chain.findIndex(({ statement }) => statement.key === key) < index) return `key ${index + 1} stands twice`;
    if (!isSignedKey(signed)) return `key ${index + 1} is not signed as it says`;
  }
  return null;
}

/** Whether a pinned key vouches for the one that signed: it is that one, or one before it in the chain. */
export function isVouchedFor(signer: string, pins: readonly string[], chain: readonly SignedKey[]): boolean {
  if (pins.includes(signer)) return true;
  const last = chain.findIndex(({ statement }) => statement.key === signer);
  return chain.slice(0, Math.max(0, last)).some(({ statement }) => pins.includes(statement.key));
}
