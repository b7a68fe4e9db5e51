import { InputError } from '../../core/errors/input-error.ts';
import { parseReceiptKey } from '../../core/people/receipt-public-key.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { RegisterFacts } from '../../core/register/register-facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { readOwnIssues } from '../snapshot/read-own-issues.ts';
import { readRepository } from '../snapshot/read-repository.ts';
import { readReceipts } from './read-receipts.ts';

export interface RegisterReading {
  readonly name: RepositoryName;
  readonly policy: Policy;
  readonly now: string;
  /** The app's name in its bot's login: whose issues and receipts count. */
  readonly appSlug: string;
  readonly receiptKey: string | null;
}

/**
 * What the register tells of, from the receipts alone: those on the checkpoints' issues and on open pull requests. Where one
 * of them does not verify nothing is told, for it may have revoked another.
 */
export async function readRegister(github: GitHub, { name, policy, now, appSlug, receiptKey }: RegisterReading): Promise<RegisterFacts> {
  const appLogins = [`${appSlug}[bot]`];
  const repository = await readRepository(github, name);
  const { issues: seeded } = await readOwnIssues(github, name, [...appLogins, ...policy.seed.owners]);
  const open = await github.paginate(github.rest.pulls.list, { ...name, state: 'open', per_page: 100 });
  const pulls = open.map(({ number }) => ({ number }));
  const publicKeys = receiptKey === null ? [] : [parseReceiptKey(receiptKey)];
  const { decisions, unavailable } = await readReceipts(github, { repository, policy, seeded, pulls, publicKeys, appLogins });
  const [missing] = unavailable;
  if (missing) throw new InputError(`the decisions cannot be read: ${missing.why}`);
  return { now, policy, repository, decisions, seeded, openPulls: pulls.map(({ number }) => number) };
}
