import picomatch from 'picomatch';
import { isBoundedGlob } from './split-glob.ts';

const longestName = 255;

/** Tells whether a name matches: names are words, not paths, so a star stands for anything, a slash too, and case does not count. */
export function matchWords(pattern: string): (name: string) => boolean {
  const flat = pattern.replaceAll('/', '\u0001');
  if (!isBoundedGlob(flat)) return () => false;
  const matches = picomatch(flat.replace(/[()|+]/g, '\\$&'), { dot: true, nocase: true, nonegate: true, noextglob: true, windows: false });
  return (name) => name.length <= longestName && matches(name.replaceAll('/', '\u0001'));
}
