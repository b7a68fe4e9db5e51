import { readMarked, replaceMarked, wrapMarked } from '../markers/marker.ts';
import type { CommentFacts } from '../snapshot/facts.ts';
import type { Write } from './write.ts';

/** One comment of ours that is to say `text`. */
export interface StickyComment {
  readonly unit: string;
  readonly markerId: string;
  readonly issue: number;
  readonly current: CommentFacts | null;
  readonly text: string;
}

/** Creates the comment once, edits it when it says something else, and leaves it alone otherwise. */
export function planComment({ unit, markerId, issue, current, text }: StickyComment): Write[] {
  const marked = readMarked(current?.body);
  if (!current || !marked) return [{ do: 'create-comment', issue, body: wrapMarked(unit, markerId, text), markerId }];
  if (marked.text === text.trim()) return [];
  return [{ do: 'update-comment', issue, comment: current.id, body: replaceMarked(marked, text), markerId }];
}
