import { describe, expect, test } from 'vitest';
import { matchGlobs } from '../../../src/core/globs/match-globs.ts';
import { matchWords } from '../../../src/core/globs/match-words.ts';
import { isBoundedGlob } from '../../../src/core/globs/split-glob.ts';

describe('matchGlobs', () => {
  test.each([
    ['main', 'main', true],
    ['main', 'mainline', false],
    ['release/**', 'release/1/x', true],
    ['release/*', 'release/1/x', false],
    ['**', '.github/workflows/ci.yml', true],
    ['*', '.env', true],
    ['src/**', 'src/a/b.ts', true],
    ['src/**/*.test.{ts,tsx}', 'src/a.test.tsx', true],
    ['src/**/*.test.{ts,tsx}', 'src/a/b/c.test.ts', true],
    ['src/**/*.test.{ts,tsx}', 'lib/a.test.ts', false],
    ['**/roles*', 'roles.ts', true],
    ['**/a/**/b', 'x/a/y/a/z/b', true],
    ['**/a/**/b', 'x/a/y/a/z/c', false],
    ['{src/a,lib}/**/*.py', 'src/a/x/y.py', true],
    ['{src/a,lib}/**/*.py', 'lib/y.py', true],
    ['{src/a,lib}/**/*.py', 'src/b/y.py', false],
    ['{src/{a,b},lib}/*.py', 'src/b/y.py', true],
    ['src/[ab]?/*.ts', 'src/bx/y.ts', true],
    ['app/(shop)/**', 'app/(shop)/page.tsx', true],
    ['app/c++/*.cc', 'app/c++/a.cc', true],
    ['src/!secret', 'src/other', false],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matchGlobs([pattern])(path)).toBe(expected);
  });

  test('leaves exceptions out', () => {
    const matches = matchGlobs(['src/**'], ['src/gen/**']);
    expect([matches('src/a.ts'), matches('src/gen/a.ts')]).toEqual([true, false]);
  });

  test('matches no path with a name longer than any file system takes', () => {
    const matches = matchGlobs(['**']);
    expect([matches(`src/${'a'.repeat(255)}`), matches(`src/${'a'.repeat(256)}`)]).toEqual([true, false]);
  });

  test.each(['*a*a*a*b', `${'*a'.repeat(40)}b`, '+(a|aa)b', 'src/!(*.ts)', `${'{a,aa}'.repeat(20)}b`, `${'{a/b,c/d}'.repeat(8)}`, 'a'.repeat(201), ''])(
    'refuses %s, and matches nothing by it',
    (pattern) => {
      expect(isBoundedGlob(pattern)).toBe(false);
      expect(matchGlobs([pattern])('a'.repeat(250))).toBe(false);
      expect(matchWords(pattern)('a'.repeat(250))).toBe(false);
    },
  );

  test('comes to an end with the hardest pattern and path that are let in', () => {
    const pattern = `**/${'*a*a*a{a,aa}{a,aa}{a,aa}b/'.repeat(3)}**/x/**/y`;
    expect(isBoundedGlob(pattern)).toBe(true);
    expect(matchGlobs([pattern])(Array.from({ length: 8 }, () => 'a'.repeat(255)).join('/'))).toBe(false);
    expect(matchGlobs(['**/a/**/a/**/a/**/a/**/b'])('a/'.repeat(2_000))).toBe(false);
  });
});

describe('matchWords', () => {
  test.each([
    ['*lint*', 'CI / Lint (20)', true],
    ['*{cosign,signing}*', 'image signing', true],
    ['build/*', 'Build/linux/x64', true],
    ['*lint*', 'tests', false],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(matchWords(pattern)(name)).toBe(expected);
  });
});
