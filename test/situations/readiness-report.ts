import { expect } from 'vitest';
import { ourComments } from './answers.ts';
import type { Scene } from './situation.ts';

/** So many readiness reports stand on the pull request, and hold this word. */
export function reported(count: number, word: string): (scene: Scene) => void {
  return (scene) => {
    const reports = ourComments(scene).filter((body) => body.includes('unit=. id=readiness'));
    expect(reports, `${ourComments(scene).join('\n\n')}`).toHaveLength(count);
    expect(reports.join('\n')).toContain(word);
  };
}
