import type { KeyObject } from 'node:crypto';
import { checkpointIssue } from '../../core/people/checkpoint-issue.ts';
import type { Decision } from '../../core/people/decision.ts';
import { readReceipt } from '../../core/people/read-receipt.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { CommentFacts, IssueFacts, PullFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { toComment } from '../snapshot/to-facts.ts';

export interface ReceiptReading {
  readonly repository: RepositoryFacts;
  readonly policy: Policy;
  readonly seeded: readonly IssueFacts[];
  readonly pulls: readonly Pick<PullFacts, 'number'>[];
  readonly publicKeys: readonly KeyObject[];
  /** Logins under which the app writes. */
  readonly appLogins: readonly string[];
}

/**
 * Restores the decisions from the receipts on GitHub, where there is no store: they stand on the checkpoints' issues and on
 * the pull requests they are about. A receipt that does not verify makes all of them unavailable, since it may have been
 * the one that revoked another. Without a key nothing can be known once there is a receipt; while there is none, nobody has
 * decided anything.
 */
export async function readReceipts(github: GitHub, reading: ReceiptReading): Promise<{ decisions: Decision[]; unavailable: { what: string; why: string }[] }> {
  const { repository, policy, seeded, pulls, publicKeys } = reading;
  const name = { owner: repository.owner, repo: repository.name };
  const checkpoints = policy.playbook.checkpoints.flatMap(({ id }) => checkpointIssue(policy, seeded, id)?.number ?? []);
  const places = [...checkpoints, ...pulls.map((pull) => pull.number)];
  const decisions = new Map<string, Decision>();
  const unavailable: { what: string; why: string }[] = [];
  for (const number of places) {
    const comments = await readBotComments(github, name, number);
    if (publicKeys.length === 0 && comments.some(holdsReceipt)) return { decisions: [], unavailable: [{ what: 'decisions', why: say[policy.locale].noKey }] };
    for (const comment of comments.filter(({ author }) => reading.appLogins.includes(author.login))) {
      const receipt = readReceipt(comment.body, { publicKeys, repository: repository.id, unit: policy.unit });
      if (receipt.kind === 'decision') decisions.set(receipt.decision.id, receipt.decision);
      else if (receipt.why !== 'no-receipt') unavailable.push({ what: 'decisions', why: say[policy.locale].unverified(receipt.why, comment.url) });
    }
  }
  return { decisions: unavailable.length > 0 ? [] : [...decisions.values()], unavailable };
}

async function readBotComments(github: GitHub, name: RepositoryName, number: number): Promise<CommentFacts[]> {
  const comments = await github.paginate(github.rest.issues.listComments, { ...name, issue_number: number, per_page: 100 });
  return comments.map(toComment).filter(({ author }) => author.login.endsWith('[bot]'));
}

/** Any bot's: the app may have another name than the one that was given, and people's copies are no receipts. */
function holdsReceipt({ body }: CommentFacts): boolean {
  const receipt = readReceipt(body, { publicKeys: [], repository: 0, unit: '.' });
  return receipt.kind === 'refused' && receipt.why !== 'no-receipt';
}

const say: Readonly<Record<Locale, { readonly noKey: string; readonly unverified: (why: string, url: string) => string }>> = {
  en: {
    noKey: 'no receipt key was given (--receipt-key or SPRINTGATE_RECEIPT_KEY; receipt-key in the Action)',
    unverified: (why, url) => `a receipt does not verify (${why}): ${url}`,
  },
  es: {
    noKey: 'no se dio la clave de los recibos (--receipt-key o SPRINTGATE_RECEIPT_KEY; receipt-key en la Action)',
    unverified: (why, url) => `un recibo no se puede verificar (${why}): ${url}`,
  },
};
