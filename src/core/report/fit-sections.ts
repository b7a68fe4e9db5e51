import { byteLength, truncateBytes } from './truncate-bytes.ts';

/** A section, and the bytes that it may take where not even the shortest form fits; null: it is never cut. */
export type Section = readonly [text: string, share: number | null];

/** The sections as one text. */
export function joinSections(sections: readonly Section[]): string {
  return sections
    .map(([text]) => text)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Cuts each section to its share; where all of these are still too much, to a smaller one, all in the same proportion. */
export function cutSections(sections: readonly Section[], maxBytes: number, notice: string): string {
  const wanted = sections.map(([text, share]) => Math.min(byteLength(text), share ?? Number.POSITIVE_INFINITY));
  const sum = (of: (index: number) => boolean): number => wanted.reduce((total, bytes, index) => total + (of(index) ? bytes : 0), 0);
  const isCut = (index: number): boolean => sections[index]?.[1] !== null;
  const budget = maxBytes - 2 * sections.length - sum((index) => !isCut(index));
  const scale = Math.min(1, budget / Math.max(1, sum(isCut)));
  return joinSections(
    sections.map(([text, share], index) => [isCut(index) ? truncateBytes(text, Math.floor((wanted[index] ?? 0) * scale), notice) : text, share]),
  );
}
