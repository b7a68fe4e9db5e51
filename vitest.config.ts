import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Situations whose matter other tests judge as well, pure or through the app. The whole suite of situations takes ten minutes
 * of a processor: `npm run situations` plays all of them.
 */
const playedApart = [
  'checkpoint/binding',
  'coverage/change',
  'coverage/floors',
  'never-silent',
  'policy/holds',
  'policy/organisation',
  'quality/findings',
  'quality/metrics',
  'quality/products',
  'signing/course',
  'signing/review',
].map((name) => `test/situations/${name}.test.ts`);

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'situations' ? ['test/situations/**/*.test.ts'] : ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'situations' ? [] : playedApart)],
    globalSetup: ['test/support/global-setup.ts'],
    // An embedded database takes half a gigabyte a worker.
    maxWorkers: 2,
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
}));
