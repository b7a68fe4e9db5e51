import { chooseSigner } from '../../audit/keys/choose-signer.ts';
import { InputError } from '../../core/errors/input-error.ts';
import { createMutex } from '../../store/mutex.ts';
import type { Database } from '../../store/database.ts';
import type { RepositoryPorts } from '../../web/repository/repository-ports.ts';
import { bundleRelease } from '../audit/bundle-release.ts';

type Signer = Parameters<typeof chooseSigner>[0];

/** The auditor's bundle for the link on a page. One is made at a time: it takes a second or more of the processor. */
export function pageBundles(db: Database, signer: Signer): RepositoryPorts['bundle'] {
  const alone = createMutex();
  return ({ id, owner, name }, pull) =>
    alone('bundle', async () => {
      try {
        return await bundleRelease(db, { repository: { id, name: `${owner}/${name}` }, pull, signer: await chooseSigner(signer) });
      } catch (error) {
        if (error instanceof InputError) return { problem: error.message };
        throw error;
      }
    });
}
