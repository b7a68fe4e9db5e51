import { canonicalJson, sha256 } from '../markers/digest.ts';
import type { Decision } from './decision.ts';

/** What a receipt's signature covers: the decision, and the words that people read beside it. */
export interface ReceiptPayload {
  readonly receipt: 1;
  readonly text: string;
  readonly decision: Decision;
}

/** The bytes that are signed. */
export function receiptPayload(decision: Decision, text: string): Buffer {
  const payload: ReceiptPayload = { receipt: 1, text: sha256(text.trim()), decision };
  return Buffer.from(canonicalJson(payload), 'utf8');
}

/** The hidden line that a program reads. Plain base64 has no hyphen, so it cannot end the HTML comment it stands in. */
export const receiptLine = /^<!-- sprintgate-receipt:1 ([A-Za-z0-9+/=]+)\.([A-Za-z0-9+/=]+) -->$/m;
