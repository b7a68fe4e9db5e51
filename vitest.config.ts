import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Situations whose matter other tests judge as well, pure or through the app. The whole suite of situations takes ten minutes
 * of a processor: `npm run situations` plays all of them.
 */
const playedApart = [
  'checkpoint/binding',
  'checkpoint/rules',
  'commands',
  'coverage/base',
  'coverage/change',
  'coverage/floors',
  'coverage/uploads',
  'never-silent',
  'policy/config',
  'policy/holds',
  'policy/organisation',
  'quality/findings',
  'quality/metrics',
  'quality/products',
  'quality/tests',
  'readiness',
  'signing/course',
  'signing/review',
].map((name) => `test/situations/${name}.test.ts`);

/** Tables of values share nothing but modules: a worker evaluates those once and not once a file, which is two thirds of the work. */
const tables = 'test/core/**/*.test.ts';

// Measures the memory of its own process.
const endless = 'test/core/evidence/endless-input.test.ts';

// An embedded database takes half a gigabyte a worker.
const shared = { maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000 };

const worlds = { ...shared, globalSetup: ['test/support/global-setup.ts'] };

const situations = { ...worlds, name: 'situations', include: ['test/situations/**/*.test.ts'] };

const quick = [
  { ...shared, name: 'tables', isolate: false, include: [tables], exclude: [...configDefaults.exclude, endless] },
  { ...worlds, name: 'worlds', include: ['test/!(core)/**/*.test.ts', endless], exclude: [...configDefaults.exclude, ...playedApart] },
];

export default defineConfig(({ mode }) => ({
  test: {
    maxWorkers: 2,
    reporters: ['default', './test/support/closing-line.ts'],
    projects: (mode === 'situations' ? [situations] : quick).map((test) => ({ test })),
  },
}));
