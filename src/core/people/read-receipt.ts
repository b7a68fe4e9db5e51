import { verify, type KeyObject } from 'node:crypto';
import { readMarked } from '../markers/marker.ts';
import { sha256 } from '../markers/digest.ts';
import { decisionSchema } from './decision-schema.ts';
import type { Decision } from './decision.ts';
import { receiptLine } from './receipt-payload.ts';
import { receiptMarkerId } from './sign-receipt.ts';

export interface ReceiptTrust {
  /** The installation's key, and those of before the app's key was changed. */
  readonly publicKeys: readonly KeyObject[];
  readonly repository: number;
  readonly unit: string;
}

export type ReceiptRefusal = 'no-receipt' | 'unreadable' | 'signature' | 'edited' | 'other-repository' | 'other-unit';

export type ReceiptReading = { readonly kind: 'decision'; readonly decision: Decision } | { readonly kind: 'refused'; readonly why: ReceiptRefusal };

/** Reads a receipt back. Tampered, edited, or posted again in another repository or unit, it is refused with the reason. */
export function readReceipt(body: string, trust: ReceiptTrust): ReceiptReading {
  const marked = readMarked(body);
  const match = receiptLine.exec(marked?.text ?? '');
  if (!marked || !match) return refused('no-receipt');
  const payload = Buffer.from(match[1] ?? '', 'base64');
  const signature = Buffer.from(match[2] ?? '', 'base64');
  // The signature comes first: nothing of what is not ours is parsed.
  if (!trust.publicKeys.some((key) => verify(null, payload, key, signature))) return refused('signature');
  const parsed = parsePayload(payload);
  if (!parsed) return refused('unreadable');
  const { decision } = parsed;
  if (decision.repository !== trust.repository) return refused('other-repository');
  if (decision.unit !== trust.unit || marked.marker.unit !== trust.unit) return refused('other-unit');
  const visible = marked.text.replace(match[0], '').trim();
  if (marked.edited || sha256(visible) !== parsed.text || marked.marker.id !== receiptMarkerId(decision)) return refused('edited');
  return { kind: 'decision', decision };
}

function parsePayload(payload: Buffer): { text: string; decision: Decision } | null {
  try {
    const value: unknown = JSON.parse(payload.toString('utf8'));
    if (typeof value !== 'object' || value === null || !('receipt' in value) || value.receipt !== 1) return null;
    if (!('text' in value) || typeof value.text !== 'string' || !('decision' in value)) return null;
    const decision = decisionSchema.safeParse(value.decision);
    return decision.success ? { text: value.text, decision: decision.data } : null;
  } catch {
    return null;
  }
}

function refused(why: ReceiptRefusal): ReceiptReading {
  return { kind: 'refused', why };
}
