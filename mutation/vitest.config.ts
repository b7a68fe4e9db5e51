import { defineConfig } from 'vitest/config';

/** The tests of the pure core alone: what runs for each mutant needs no database, browser or process. */
export default defineConfig({ test: { include: ['test/core/{contract,gates,rules,verdict,people,plan,report,explain}/**/*.test.ts'], testTimeout: 60_000 } });
