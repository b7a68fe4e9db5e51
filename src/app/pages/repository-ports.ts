import { playbookLoader } from '../../engine/load-playbook.ts';
import { repositoryQueue } from '../../engine/repository-queue.ts';
import { webAddress } from '../../github/sign-in/web-address.ts';
import { listReleases } from '../../store/known/list-releases.ts';
import { listNewest } from '../../store/ledger/list-newest.ts';
import { listDecisions } from '../../store/people/list-decisions.ts';
import type { Store } from '../../store/store.ts';
import type { RepositoryPorts } from '../../web/repository/repository-ports.ts';
import { pageBundles } from './page-bundles.ts';
import { policyReader } from './policy-reader.ts';

export interface RepositoryParts {
  readonly store: Pick<Store, 'db'>;
  readonly githubApiUrl: string;
  /** The operator's own folder of playbooks, if there is one. */
  readonly playbooksDir: string | null;
  /** Settings of who signs bundles; empty: nobody. */
  readonly bundleSigner: Readonly<Record<string, string | undefined>>;
}

/** What the pages of a repository read besides how it stands. */
export function repositoryPorts({ store: { db }, githubApiUrl, playbooksDir, bundleSigner }: RepositoryParts): RepositoryPorts {
  return {
    policy: policyReader(db, playbookLoader(playbooksDir)),
    queue: (repository) => repositoryQueue(db, repository),
    decisions: (repository) => listDecisions(db, repository),
    log: (repository, page) => listNewest(db, repository, page),
    releases: (repository) => listReleases(db, repository),
    bundle: pageBundles(db, bundleSigner),
    githubUrl: webAddress(githubApiUrl),
  };
}
