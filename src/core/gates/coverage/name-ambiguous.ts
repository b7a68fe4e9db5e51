import type { ComponentFigures } from './component-coverage.ts';
import type { CoverageWords } from './coverage-words.ts';

/** Names the reported paths that fit some of these files and others equally, to follow another sentence. Empty when there are none. */
export function nameAmbiguous(words: CoverageWords, figures: ComponentFigures, files: readonly string[]): string {
  const found = figures.ambiguous.find(({ candidates }) => candidates.some((candidate) => files.includes(candidate)));
  return found ? ` ${words.ambiguous(found.file.path, found.candidates)}` : '';
}
