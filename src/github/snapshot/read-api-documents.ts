import type { ApiDocument } from '../../core/contract/api-document.ts';
import { readApiDocument } from '../../core/contract/read-api-document.ts';
import { wantedOperations } from '../../core/contract/wanted-operations.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { readFile } from './read-file.ts';

/** The OpenAPI documents that criteria look at, as they are in a commit; one request each, none where no component names one. */
export async function readApiDocuments(
  github: GitHub,
  repository: RepositoryName,
  { policy, sha }: { policy: Policy; sha: string },
): Promise<{ apiDocuments?: readonly ApiDocument[] }> {
  const wanted = wantedOperations(policy);
  if (wanted.length === 0) return {};
  const apiDocuments = await Promise.all(
    wanted.map(async ({ component, path, operations }): Promise<ApiDocument> => {
      const file = await readFile(github, repository, { path, ref: sha });
      return file === null ? { component, path, state: 'absent' } : readApiDocument({ component, path }, file.text, operations);
    }),
  );
  return { apiDocuments };
}
