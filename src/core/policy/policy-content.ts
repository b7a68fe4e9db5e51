import { canonicalJson } from '../markers/digest.ts';
import type { Policy } from './policy.ts';

/** All of a policy that can change a verdict, as the text whose sha256 is the policy's digest. */
export function policyContent({ digest: _digest, text: _text, origins: _origins, ...content }: Policy): string {
  return canonicalJson(content);
}
