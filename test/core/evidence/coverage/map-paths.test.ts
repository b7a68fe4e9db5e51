import { describe, expect, it } from 'vitest';
import { mapPaths } from '../../../../src/core/evidence/coverage/map-paths.ts';
import type { ReportedPath } from '../../../../src/core/evidence/coverage/map-paths.ts';

const tree = [
  'setup.py',
  'src/api/server.ts',
  'src/model/train.py',
  'src/model/__init__.py',
  'src/data/__init__.py',
  'web/index.js',
  'core/src/main/java/com/acme/Order.java',
  'billing/src/main/java/com/acme/Order.java',
  'core/src/main/java/com/acme/Only.java',
  'pkg/store/store.go',
  'services/api/app/main.py',
  'año/x y.ts',
];

const cases: readonly [string, ReportedPath, string | 'unmapped' | 'ambiguous'][] = [
  ['a path as it is', { path: 'src/api/server.ts' }, 'src/api/server.ts'],
  ['a path with ./', { path: './src/api/../api/server.ts' }, 'src/api/server.ts'],
  ["a runner's absolute path", { path: '/home/runner/work/shop/shop/src/api/server.ts' }, 'src/api/server.ts'],
  ['a Windows path', { path: 'D:\\a\\shop\\shop\\src\\api\\server.ts' }, 'src/api/server.ts'],
  ['a URL', { path: 'file:///builds/shop/a%C3%B1o/x%20y.ts' }, 'año/x y.ts'],
  ['a Go import path', { path: 'github.com/acme/shop/pkg/store/store.go' }, 'pkg/store/store.go'],
  ['a Java package path', { path: 'com/acme/Only.java' }, 'core/src/main/java/com/acme/Only.java'],
  ['a Java package path of two modules', { path: 'com/acme/Order.java' }, 'ambiguous'],
  ['a Java package path with its module', { path: 'com/acme/Order.java', group: 'billing' }, 'billing/src/main/java/com/acme/Order.java'],
  ["a path below the report's source", { path: '__init__.py', sources: ['/ci/shop/src/model'] }, 'src/model/__init__.py'],
  ['a path below two sources', { path: '__init__.py', sources: ['/ci/shop/src/model', '/ci/shop/src/data'] }, 'ambiguous'],
  ['a name that two folders have', { path: '__init__.py' }, 'ambiguous'],
  ["a container's working folder", { path: '/srv/app/main.py' }, 'services/api/app/main.py'],
  ['a file at the root', { path: '/home/runner/work/shop/shop/setup.py' }, 'setup.py'],
  ['an installed package', { path: '/usr/lib/python3/site-packages/x/setup.py' }, 'unmapped'],
  ['only the name in common', { path: 'lib/other/index.js' }, 'unmapped'],
  ['another file', { path: 'src/api/client.ts' }, 'unmapped'],
  ['no path', { path: '' }, 'unmapped'],
];

describe('a reported path', () => {
  it.each(cases)('that is %s is placed', (_, reported, expected) => {
    const placed = mapPaths(tree, [])(reported);
    expect(placed.kind === 'mapped' ? placed.path : placed.kind).toBe(expected);
  });

  it('is placed below a configured source root before anything else', () => {
    const place = mapPaths(tree, ['billing/src/main/java']);
    expect(place({ path: 'com/acme/Order.java' })).toEqual({ kind: 'mapped', path: 'billing/src/main/java/com/acme/Order.java' });
  });

  it('that fits two files names both', () => {
    expect(mapPaths(tree, [])({ path: 'com/acme/Order.java' })).toEqual({
      kind: 'ambiguous',
      candidates: ['core/src/main/java/com/acme/Order.java', 'billing/src/main/java/com/acme/Order.java'],
    });
  });
});
