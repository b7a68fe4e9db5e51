import { playbookLoader } from '../../engine/load-playbook.ts';
import { webAddress } from '../../github/sign-in/web-address.ts';
import type { Store } from '../../store/store.ts';
import type { RepositoryPorts } from '../../web/repository/repository-ports.ts';
import { policyReader } from './policy-reader.ts';

export interface RepositoryParts {
  readonly store: Pick<Store, 'db'>;
  readonly githubApiUrl: string;
  /** The operator's own folder of playbooks, if there is one. */
  readonly playbooksDir: string | null;
}

/** What the pages of a repository read besides how it stands. */
export function repositoryPorts({ store: { db }, githubApiUrl, playbooksDir }: RepositoryParts): RepositoryPorts {
  return { policy: policyReader(db, playbookLoader(playbooksDir)), githubUrl: webAddress(githubApiUrl) };
}
