import { sign, type KeyObject } from 'node:crypto';
import { wrapMarked } from '../markers/marker.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Decision } from './decision.ts';
import { receiptPayload } from './receipt-payload.ts';
import { renderReceipt } from './render-receipt.ts';

/** The marker id of a decision's receipt. */
export function receiptMarkerId(decision: Decision): string {
  return `receipt.${decision.id}`;
}

/** A decision as the comment that we post: readable, and signed so that a lost store can be rebuilt from comments alone. */
export function signReceipt(decision: Decision, key: { readonly privateKey: KeyObject; readonly locale: Locale }): string {
  const text = renderReceipt(decision, key.locale);
  const payload = receiptPayload(decision, text);
  const signature = sign(null, payload, key.privateKey);
  const line = `<!-- sprintgate-receipt:1 ${payload.toString('base64')}.${signature.toString('base64')} -->`;
  return wrapMarked(decision.unit, receiptMarkerId(decision), `${text}\n\n${line}`);
}
