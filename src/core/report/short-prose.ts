import { renderProse } from './prose.ts';
import { byteLength, cutCodePoints } from './truncate-bytes.ts';

/** `renderProse` of at most so many bytes of text. A code span that the cut would halve goes whole. */
export function shortProse(text: string, maxBytes: number): string {
  if (byteLength(text) <= maxBytes) return renderProse(text);
  const cut = cutCodePoints(text, maxBytes);
  const whole = (cut.split('`').length - 1) % 2 === 0 ? cut : cut.slice(0, cut.lastIndexOf('`'));
  return renderProse(`${whole.trimEnd()}…`);
}
