import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Stories through the whole app whose matter other tests judge as well. All of them take a quarter of an hour of a processor:
 * `npm run situations` plays every one.
 */
const playedApart = [
  'absence',
  'checkpoint/binding',
  'checkpoint/rules',
  'commands',
  'coverage/base',
  'coverage/change',
  'coverage/floors',
  'coverage/heads',
  'coverage/uploads',
  'deployments',
  'never-silent',
  'policy/config',
  'policy/holds',
  'policy/organisation',
  'quality/findings',
  'quality/metrics',
  'quality/products',
  'quality/tests',
  'readiness',
  'server-errors',
  'signing/course',
  'signing/review',
  'signing/who',
  'waivers/waivers',
].map((name) => `test/situations/${name}.test.ts`);

const longStories = [
  'test/app/never-silent/first-answer.test.ts',
  'test/app/never-silent/moves.test.ts',
  'test/app/people-change.test.ts',
  'test/app/permissions.test.ts',
  'test/app/register.test.ts',
  'test/app/review-sign-off.test.ts',
  'test/app/roles.test.ts',
  'test/cli/enforce.test.ts',
  'test/cli/store/carry-app.test.ts',
  'test/rehearsal/pages/pages.test.ts',
  'test/rehearsal/story/whole-story.test.ts',
  'test/shells/one-scenario.test.ts',
];

/** They share nothing but modules: a worker evaluates those once and not once a file, which is up to two thirds of the work. */
const sharing = ['core', 'github', 'rehearsal/github'].map((folder) => `test/${folder}/**/*.test.ts`);

// The same, with databases and servers of their own in each file.
const together = ['action', 'audit', 'deploy', 'docs', 'engine', 'security', 'store', 'web'].map((folder) => `test/${folder}/**/*.test.ts`);

// Measures the memory of its own process.
const endless = 'test/core/evidence/endless-input.test.ts';

// An embedded database takes half a gigabyte a worker.
const every = { maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000, globalSetup: ['test/support/global-setup.ts'] };

const situations = { ...every, name: 'situations', include: ['test/situations/**/*.test.ts', ...longStories] };

const quick = [
  { ...every, name: 'sharing', isolate: false, include: sharing, exclude: [...configDefaults.exclude, endless] },
  { ...every, name: 'together', isolate: false, include: together },
  { ...every, name: 'apart', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...sharing, ...together, ...playedApart, ...longStories] },
  { ...every, name: 'alone', include: [endless] },
];

export default defineConfig(({ mode }) => ({
  test: {
    maxWorkers: 2,
    reporters: ['default', './test/support/closing-line.ts'],
    projects: (mode === 'situations' ? [situations] : quick).map((test) => ({ test })),
  },
}));
