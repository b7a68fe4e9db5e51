import { InputError } from '../core/errors/input-error.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { playbookLoader } from '../engine/load-playbook.ts';
import { readPublicPull } from '../github/snapshot/read-public-pull.ts';
import { githubClient, repositoryName } from './github-client.ts';

export interface RemoteInput {
  readonly repo: string;
  readonly pull: string;
  readonly receiptKey: string | null;
  readonly appSlug: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A pull request's snapshot, read from GitHub with the operator's own token. */
export async function remoteSnapshot(input: RemoteInput): Promise<PullSnapshot> {
  const number = Number(input.pull);
  if (!Number.isInteger(number) || number < 1) throw new InputError(`"${input.pull}" is not the number of a pull request.`);
  return readPublicPull({
    github: githubClient(input.environment),
    loadPlaybook: playbookLoader(input.environment['PLAYBOOKS_DIR'] ?? null),
    name: repositoryName(input.repo),
    number,
    now: new Date().toISOString(),
    appSlug: input.appSlug,
    receiptKey: input.receiptKey,
  });
}
