import { InputError } from '../core/errors/input-error.ts';
import { parseReceiptKey } from '../core/people/receipt-public-key.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { loadPlaybook } from '../engine/load-playbook.ts';
import { readReceipts } from '../github/receipts/read-receipts.ts';
import { readPullSnapshot } from '../github/snapshot/read-pull-snapshot.ts';
import { readRepository } from '../github/snapshot/read-repository.ts';
import { githubClient, repositoryName } from './github-client.ts';

export interface RemoteInput {
  readonly repo: string;
  readonly pull: string;
  readonly receiptKey: string | null;
  readonly environment: NodeJS.ProcessEnv;
}

/** A pull request's snapshot as anybody with a token can read it: the same world as the app's, decisions from receipts. */
export async function remoteSnapshot(input: RemoteInput): Promise<PullSnapshot> {
  const number = Number(input.pull);
  if (!Number.isInteger(number) || number < 1) throw new InputError(`"${input.pull}" is not the number of a pull request.`);
  const github = githubClient(input.environment);
  const name = repositoryName(input.repo);
  const repository = await readRepository(github, name);
  const { data } = await github.rest.pulls.get({ ...name, pull_number: number });
  const logins = [`${input.environment['SPRINTGATE_APP_SLUG'] ?? 'sprintgate'}[bot]`];
  const publicKeys = input.receiptKey === null ? [] : [parseReceiptKey(input.receiptKey)];
  const snapshot = await readPullSnapshot({
    github, loadPlaybook, memory: null, now: input.environment['SPRINTGATE_NOW'] ?? new Date().toISOString(), app: { id: null, logins },
    decisions: (seen) => readReceipts(github, { ...seen, publicKeys, appLogins: logins }),
    knownReleases: async () => [],
  }, { repository, headSha: data.head.sha, ...(data.state === 'open' ? {} : { pulls: [number] }) });
  if (!snapshot) throw new InputError(`no open pull request has the head of ${input.repo}#${input.pull}; was it pushed to just now?`);
  return snapshot;
}
