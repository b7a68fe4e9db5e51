import type { Write } from '../plan/write.ts';

/** Whether a write notifies people: GitHub wants those further apart. */
export function isLoud(write: Write): boolean {
  return write.do === 'create-issue' || write.do === 'create-comment';
}
