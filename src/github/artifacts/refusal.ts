import type { RefusalCause, RefusalCode } from '../../core/evidence/bundle/refusal-cause.ts';
import { sayRefusal } from '../../core/evidence/bundle/refusal-words.ts';

/** An upload that is not taken as evidence, with the cause that the gate words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  override readonly cause: RefusalCause;

  constructor(code: RefusalCode, ...values: readonly (string | number)[]) {
    const cause = { code, values };
    super(sayRefusal('en', cause));
    this.cause = cause;
  }
}
