import type { EvidenceBundle } from '../../core/evidence/bundle/bundle.ts';
import { parseReceiptKey } from '../../core/people/receipt-public-key.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import { readEvidence } from '../artifacts/read-evidence.ts';
import { restWorld } from '../look/rest-world.ts';
import { readAllReceipts } from '../receipts/read-all-receipts.ts';
import { readReceipts } from '../receipts/read-receipts.ts';
import { readPullSnapshot, type SnapshotSources } from './read-pull-snapshot.ts';
import type { PublicReading } from './read-public-pull.ts';
import { readRepository } from './read-repository.ts';

/** What the tip of a repository's default branch shows to anybody with a token: decisions are those of the receipts, and nothing is carried forward. */
export async function readPublicTip(reading: Omit<PublicReading, 'number'>): Promise<PullSnapshot | null> {
  const { github, name, loadPlaybook, now } = reading;
  const repository = await readRepository(github, name);
  const headSha = await restWorld(github, repository).tip();
  const sources: SnapshotSources<EvidenceBundle> = {
    github,
    readEvidence,
    loadPlaybook,
    memory: null,
    now,
    app: { id: null, logins: [`${reading.appSlug}[bot]`] },
    decisions: (seen) => decisionsOf(reading, seen),
    knownReleases: async () => [],
  };
  return readPullSnapshot(sources, { repository, headSha, tip: true });
}

/** A decision may stand on any issue or pull request, closed ones too. One receipt that does not verify may have revoked another. */
async function decisionsOf(
  { github, appSlug, receiptKey }: Omit<PublicReading, 'number'>,
  seen: Parameters<SnapshotSources<EvidenceBundle>['decisions']>[0],
): ReturnType<SnapshotSources<EvidenceBundle>['decisions']> {
  const botLogin = `${appSlug}[bot]`;
  if (receiptKey === null) return readReceipts(github, { ...seen, pulls: [], publicKeys: [], appLogins: [botLogin] });
  const { decisions, refused } = await readAllReceipts(github, { repository: seen.repository, publicKeys: [parseReceiptKey(receiptKey)], botLogin });
  const unavailable = refused.map(({ url, why }) => ({ what: 'decisions', why: `${why}: ${url}` }));
  return { decisions: unavailable.length > 0 ? [] : decisions, unavailable };
}
