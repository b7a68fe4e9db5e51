import type { Verdict } from '../verdict/verdict.ts';

/** These leaves name what they are about in their reasons, and combined rules have no name of their own. */
const selfExplaining = /^(?:files|metric|parameter|check|attestation|issues|all|any|not)(?:\.|$)/;

/** A part's reason where it stands for the whole: with what it is about, said once. */
export function tellPart(part: Verdict): string {
  return selfExplaining.test(part.id) || part.reason.startsWith(part.title) ? part.reason : `${part.title}: ${part.reason}`;
}
