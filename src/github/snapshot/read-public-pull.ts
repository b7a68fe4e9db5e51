import { InputError } from '../../core/errors/input-error.ts';
import { parseReceiptKey } from '../../core/people/receipt-public-key.ts';
import { reportMarkerId } from '../../core/report/report-marker.ts';
import type { PullFacts } from '../../core/snapshot/facts.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { readEvidence } from '../artifacts/read-evidence.ts';
import { readReceipts } from '../receipts/read-receipts.ts';
import type { PolicySources } from './policy-sources.ts';
import { readMarkedComment } from './read-marked-comment.ts';
import { readPullSnapshot } from './read-pull-snapshot.ts';
import { readRepository } from './read-repository.ts';

/** What the Action and the CLI bring to a reading: they have a token and no memory. */
export interface PublicReading {
  readonly github: GitHub;
  readonly loadPlaybook: PolicySources['loadPlaybook'];
  readonly name: RepositoryName;
  readonly number: number;
  readonly now: string;
  /** The app's name in its bot's login: whose issues, receipts and reports count. */
  readonly appSlug: string;
  /** The installation's public key as the app shows it; without it no decision is known. */
  readonly receiptKey: string | null;
  /** The workflow run that asks; it does not wait for itself. */
  readonly ownRun?: number;
  /** A further login that writes readiness reports: whoever reads here, where there is no app. */
  readonly reportAuthor?: string;
}

/** A pull request's snapshot as anybody with a token can read it: the same world as the app's, decisions from receipts. */
export async function readPublicPull(reading: PublicReading): Promise<PullSnapshot> {
  const { github, name, number } = reading;
  const publicKeys = reading.receiptKey === null ? [] : [parseReceiptKey(reading.receiptKey)];
  const logins = [`${reading.appSlug}[bot]`];
  const authors = [...logins, ...(reading.reportAuthor === undefined ? [] : [reading.reportAuthor])];
  const repository = await readRepository(github, name);
  const { data } = await github.rest.pulls.get({ ...name, pull_number: number });
  const snapshot = await readPullSnapshot(
    {
      github,
      readEvidence,
      loadPlaybook: reading.loadPlaybook,
      memory: null,
      now: reading.now,
      app: { id: null, logins },
      decisions: (seen) => readReceipts(github, { ...seen, publicKeys, appLogins: logins }),
      reportAuthors: authors,
      knownReleases: (_repository, pulls) => reportedReleases(github, name, { pulls, authors }),
      ...(reading.ownRun === undefined ? {} : { ownRun: reading.ownRun }),
    },
    { repository, headSha: data.head.sha, ...(data.state === 'open' ? {} : { pulls: [number] }) },
  );
  if (!snapshot?.pulls.some((pull) => pull.number === number))
    throw new InputError(`${name.owner}/${name.repo}#${number} has no longer the head it had a moment ago; run this again.`);
  return snapshot;
}

/** Without a memory, the readiness report on a pull request says that it was recognised as a release. */
async function reportedReleases(github: GitHub, name: RepositoryName, seen: { pulls: readonly PullFacts[]; authors: readonly string[] }): Promise<number[]> {
  const found = await Promise.all(
    seen.pulls.map(async ({ number }) => (await readMarkedComment(github, name, { issue: number, markerId: reportMarkerId, authors: seen.authors })) && number),
  );
  return found.filter((number) => number !== null);
}
