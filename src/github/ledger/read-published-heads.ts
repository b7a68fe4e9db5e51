import { readLedgerHead } from '../../core/report/publish-ledger-head.ts';
import type { ChainHead } from '../../core/ledger/verify-chain.ts';
import type { GitHub, RepositoryName } from '../client.ts';

export interface PublishedHead extends ChainHead {
  readonly commit: string;
}

export interface WhereToLook {
  /** The app whose checks count: any other could publish what it likes. */
  readonly appSlug: string;
  /** How many head commits are looked at, of the pull requests that changed last. One request each, and one for the list. */
  readonly commits: number;
}

/** The ends of the ledger that our checks published on GitHub, newest pull requests first. */
export async function readPublishedHeads(github: GitHub, name: RepositoryName, { appSlug, commits }: WhereToLook): Promise<PublishedHead[]> {
  const { data: pulls } = await github.rest.pulls.list({ ...name, state: 'all', sort: 'updated', direction: 'desc', per_page: 100 });
  const shas = [...new Set(pulls.map(({ head }) => head.sha))].slice(0, commits);
  const heads: PublishedHead[] = [];
  for (const commit of shas) {
    const { data } = await github.rest.checks.listForRef({ ...name, ref: commit, per_page: 100, filter: 'latest' });
    for (const run of data.check_runs) {
      const head = run.app?.slug === appSlug ? readLedgerHead(run.output.summary) : null;
      if (head && !heads.some(({ seq, digest }) => seq === head.seq && digest === head.digest)) heads.push({ ...head, commit });
    }
  }
  return heads;
}
