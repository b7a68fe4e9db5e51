import type { KeyObject } from 'node:crypto';
import type { Decision } from '../../core/people/decision.ts';
import { readReceipt, type ReceiptRefusal } from '../../core/people/read-receipt.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { GitHub } from '../client.ts';
import { toComment } from '../snapshot/to-facts.ts';

export interface AllReceipts {
  readonly repository: RepositoryFacts;
  readonly publicKeys: readonly KeyObject[];
  /** The app's bot, e.g. `sprintgate[bot]`: nobody else's receipts count. */
  readonly botLogin: string;
}

export interface RefusedReceipt {
  readonly url: string;
  readonly why: Exclude<ReceiptRefusal, 'no-receipt'>;
}

/** Every receipt of a repository, in open and closed issues and pull requests alike, oldest first, and those that do not verify. */
export async function readAllReceipts(github: GitHub, reading: AllReceipts): Promise<{ decisions: Decision[]; refused: RefusedReceipt[] }> {
  const { repository, publicKeys, botLogin } = reading;
  const decisions = new Map<string, Decision>();
  const refused: RefusedReceipt[] = [];
  const listing = { owner: repository.owner, repo: repository.name, sort: 'created', direction: 'asc', per_page: 100 } as const;
  for await (const { data } of github.paginate.iterator(github.rest.issues.listCommentsForRepo, listing)) {
    for (const comment of data.map(toComment).filter(({ author }) => author.login === botLogin)) {
      const receipt = readReceipt(comment.body, { publicKeys, repository: repository.id, unit: '.' });
      if (receipt.kind === 'decision') decisions.set(receipt.decision.id, receipt.decision);
      else if (receipt.why !== 'no-receipt') refused.push({ url: comment.url, why: receipt.why });
    }
  }
  const inOrder = [...decisions.values()].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || one.source.commentId - other.source.commentId || one.source.line - other.source.line,
  );
  return { decisions: inOrder, refused };
}
