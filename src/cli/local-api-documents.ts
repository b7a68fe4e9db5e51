import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiDocument } from '../core/contract/api-document.ts';
import { readApiDocument } from '../core/contract/read-api-document.ts';
import { wantedOperations } from '../core/contract/wanted-operations.ts';
import type { Policy } from '../core/policy/policy.ts';

/** The OpenAPI documents that criteria look at, from a folder; none without one. */
export async function localApiDocuments(policy: Policy, root: string | null): Promise<{ apiDocuments?: readonly ApiDocument[] }> {
  const wanted = wantedOperations(policy);
  if (root === null || wanted.length === 0) return {};
  const apiDocuments = await Promise.all(
    wanted.map(async ({ component, path, operations }): Promise<ApiDocument> => {
      const text = await readFile(join(root, path), 'utf8').catch(() => null);
      return text === null ? { component, path, state: 'absent' } : readApiDocument({ component, path }, text, operations);
    }),
  );
  return { apiDocuments };
}
