import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

/** An embedded store with all tables and no rows, in memory or in a folder, a second after it was asked for. */
export async function openTestStore(databaseUrl = 'memory://'): Promise<Store> {
  return openStore(databaseUrl, { template: storeTemplate() });
}

/** The template as PGlite loads it. */
export function storeTemplate(): Blob {
  return new Blob([new Uint8Array(readFileSync(inject('storeTemplate')))]);
}
