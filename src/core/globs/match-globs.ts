import picomatch from 'picomatch';
import { splitGlob } from './split-glob.ts';

// File systems and git hosts know no longer names.
const longestSegment = 255;

type Segment = '**' | ((name: string) => boolean);

/**
 * Tells whether a path or branch matches one of the patterns and none of the exceptions. Patterns come from whoever can
 * push a configuration, so the time is bounded: each segment is matched by itself, a pattern that `isBoundedGlob` refuses
 * matches nothing, and neither does a path with a segment of more than 255 characters.
 */
export function matchGlobs(patterns: readonly string[], except: readonly string[] = []): (path: string) => boolean {
  const wanted = patterns.flatMap(compile);
  const unwanted = except.flatMap(compile);
  return (path) => {
    const names = path.split('/');
    if (names.some((name) => name.length > longestSegment)) return false;
    return wanted.some((segments) => matches(segments, names)) && !unwanted.some((segments) => matches(segments, names));
  };
}

function compile(pattern: string): Segment[][] {
  return (splitGlob(pattern) ?? []).map((segments) => segments.map((segment) => (segment === '**' ? '**' : matchName(segment))));
}

function matchName(segment: string): (name: string) => boolean {
  // Parentheses, bars and plus signs are names of folders here, e.g. `app/(shop)`; to a regular expression they would be loops.
  return picomatch(segment.replace(/[()|+]/g, '\\$&'), { dot: true, nonegate: true, noextglob: true, windows: false });
}

/** The usual walk with one place to go back to: the last `**` takes one more segment each time. */
function matches(segments: readonly Segment[], names: readonly string[]): boolean {
  let at = 0;
  let name = 0;
  let back: { at: number; name: number } | null = null;
  while (name < names.length) {
    const segment = segments[at];
    if (segment === '**') {
      back = { at: ++at, name };
    } else if (segment?.(names[name] ?? '')) {
      at += 1;
      name += 1;
    } else if (back) {
      back.name += 1;
      at = back.at;
      name = back.name;
    } else return false;
  }
  return segments.slice(at).every((segment) => segment === '**');
}
