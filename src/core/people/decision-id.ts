import { canonicalJson, sha256 } from '../markers/digest.ts';

export interface CommandPlace {
  readonly commentId: number;
  readonly bodyHash: string;
  readonly line: number;
}

/** The same line of the same comment always gives the same id: read twice, it is one decision. `part` tells several of one line apart. */
export function decisionId(place: CommandPlace, part?: string): string {
  const parts = [place.commentId, place.bodyHash, place.line, ...(part === undefined ? [] : [part])];
  return `d-${sha256(canonicalJson(parts)).slice(0, 16)}`;
}

/** Whether a word is written like a decision's id. */
export function isDecisionId(word: string): boolean {
  return /^d-[0-9a-f]{16}$/.test(word);
}
