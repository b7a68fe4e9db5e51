import { describe, expect, it } from 'vitest';
import { mapPaths } from '../../../../src/core/evidence/coverage/map-paths.ts';
import type { ReportedPath } from '../../../../src/core/evidence/coverage/map-paths.ts';

const tree = [
  'setup.py',
  'setup.go',
  'src/api/server.ts',
  'src/model/train.py',
  'src/model/__init__.py',
  'src/data/__init__.py',
  'web/index.js',
  'core/src/main/java/com/acme/Order.java',
  'billing/src/main/java/com/acme/Order.java',
  'core/src/main/java/com/acme/Only.java',
  'pkg/store/store.go',
  'backend/go.mod',
  'backend/store/keep.go',
  'services/api/app/main.py',
  'año/x y.ts',
  'app/src/main/kotlin/cart/Cart.kt',
  'app/src/main/kotlin/Application.kt',
  'tools/cart/Price.kt',
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
  ['a Kotlin package whose beginning the folders leave out', { path: 'com/acme/shop/cart/Cart.kt' }, 'app/src/main/kotlin/cart/Cart.kt'],
  ['a Kotlin file of that beginning itself', { path: 'com/acme/shop/Application.kt' }, 'app/src/main/kotlin/Application.kt'],
  ['a Kotlin file in no source folder', { path: 'com/acme/cart/Price.kt' }, 'ambiguous'],
  ["a path below the report's source", { path: '__init__.py', sources: ['/ci/shop/src/model'] }, 'src/model/__init__.py'],
  ['a path below two sources', { path: '__init__.py', sources: ['/ci/shop/src/model', '/ci/shop/src/data'] }, 'ambiguous'],
  ['a name that two folders have', { path: '__init__.py' }, 'ambiguous'],
  ["a container's working folder", { path: '/app/src/api/server.ts' }, 'src/api/server.ts'],
  ["a container's, with only a part in common", { path: '/srv/app/main.py' }, 'ambiguous'],
  ['a part in common with another', { path: 'build/gen/api/server.ts' }, 'ambiguous'],
  ["the machine's own", { path: '/usr/lib/python3/setup.py' }, 'unmapped'],
  ["GitHub's, and ends in the name of a file at the root", { path: '/home/runner/work/shop/shop/lib/setup.py' }, 'unmapped'],
  ['out of the root', { path: '../src/api/server.ts' }, 'ambiguous'],
  ['out of the root by a longer way', { path: 'web/../../outside/src/api/server.ts' }, 'ambiguous'],
  ['out of the root, and only a name', { path: '../setup.py' }, 'ambiguous'],
  ["out of a folder that the report's source names", { path: '../src/api/server.ts', sources: ['/ci/shop/build'] }, 'src/api/server.ts'],
  ["out of the report's relative source", { path: '../../src/api/server.ts', sources: ['build'] }, 'ambiguous'],
  ['in a Docker folder of Node', { path: '/usr/src/app/web/index.js' }, 'web/index.js'],
  ['a Go import path of a module in a folder', { path: 'example.org/shop/store/keep.go' }, 'backend/store/keep.go'],
  ['a Go import path of another module', { path: 'example.org/other/keep/keep.go' }, 'unmapped'],
  ['a file at the root', { path: '/home/runner/work/shop/shop/setup.py' }, 'setup.py'],
  ['an installed package', { path: '/usr/lib/python3/site-packages/x/setup.py' }, 'unmapped'],
  ['only the name in common', { path: 'lib/other/index.js' }, 'unmapped'],
  ['another file', { path: 'src/api/client.ts' }, 'unmapped'],
  ['no path', { path: '' }, 'unmapped'],
  ["webpack's", { path: 'webpack://shop/./src/api/server.ts?a1b2' }, 'src/api/server.ts'],
  ["webpack's without a name", { path: 'webpack:///./src/api/server.ts' }, 'src/api/server.ts'],
  ['a URL with a host', { path: 'file://localhost/builds/shop/src/api/server.ts' }, 'src/api/server.ts'],
  ['a Windows URL', { path: 'file:///C:/agent/_work/1/s/src/api/server.ts' }, 'src/api/server.ts'],
  ["GitHub's, and fits another file elsewhere", { path: '/home/runner/work/shop/shop/app/main.py' }, 'ambiguous'],
  ["GitLab's in nested groups", { path: '/builds/acme/team/shop/web/index.js' }, 'web/index.js'],
  ["Azure's", { path: '/home/vsts/work/1/s/web/index.js' }, 'web/index.js'],
  ["Jenkins'", { path: '/var/jenkins_home/workspace/shop_main/setup.py' }, 'setup.py'],
  ['a container job', { path: '/__w/shop/shop/setup.py' }, 'setup.py'],
  ['a Go file in the module itself', { path: 'github.com/acme/shop/setup.go' }, 'setup.go'],
  ['a Go file in the module itself, with a version', { path: 'github.com/acme/shop/v2/setup.go' }, 'setup.go'],
  ['a Go file in another folder', { path: 'github.com/acme/shop/cmd/tool/setup.go' }, 'unmapped'],
  ['in other letters', { path: 'D:\\agent\\SRC\\Api\\Server.ts' }, 'ambiguous'],
  ['in other letters, save the name', { path: '/agent/WEB/index.js' }, 'ambiguous'],
];

describe('a reported path', () => {
  it.each(cases)('that is %s is placed', (_, reported, expected) => {
    const placed = mapPaths(tree, [])(reported);
    expect(placed.kind === 'mapped' ? placed.path : placed.kind).toBe(expected);
  });

  it("is the repository's own below a CI service's folder, whatever else fits", () => {
    const place = mapPaths(['src/index.ts', 'packages/a/src/index.ts'], []);
    expect(place({ path: '/home/runner/work/shop/shop/src/index.ts' })).toEqual({ kind: 'mapped', path: 'src/index.ts' });
    expect(place({ path: '/app/src/index.ts' }).kind).toBe('ambiguous');
  });

  it('is placed among 20,000 files of equal names in bounded time, all of them', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `packages/p${index % 200}/src/m${index}/index.ts`);
    const place = mapPaths(many, []);
    const start = performance.now();
    expect(many.filter((path) => place({ path: `/app/x/${path}` }).kind === 'mapped')).toHaveLength(20_000);
    for (let index = 0; index < 20_000; index += 1) place({ path: 'index.ts' });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('is placed below a configured source root before anything else', () => {
    const place = mapPaths(tree, ['billing/src/main/java']);
    expect(place({ path: 'com/acme/Order.java' })).toEqual({ kind: 'mapped', path: 'billing/src/main/java/com/acme/Order.java' });
  });

  it('that leads out of the folder a tool ran in is placed below a configured root', () => {
    expect(mapPaths(tree, ['build'])({ path: '../src/api/server.ts' })).toEqual({ kind: 'mapped', path: 'src/api/server.ts' });
  });

  it('that ends in one file and shares more with another names both', () => {
    const place = mapPaths(['src/a.ts', 'packages/lib/src/a.ts'], []);
    expect(place({ path: '/repo/lib/src/a.ts' })).toEqual({ kind: 'ambiguous', candidates: ['packages/lib/src/a.ts', 'src/a.ts'] });
  });

  it('that fits two files names both', () => {
    expect(mapPaths(tree, [])({ path: 'com/acme/Order.java' })).toEqual({
      kind: 'ambiguous',
      candidates: ['core/src/main/java/com/acme/Order.java', 'billing/src/main/java/com/acme/Order.java'],
    });
  });
});
