import { isRelease } from '../../core/gates/readiness/is-release.ts';
import type { Decision } from '../../core/people/decision.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { reportMarkerId } from '../../core/report/report-marker.ts';
import { countedLabels } from '../../core/rules/counted-labels.ts';
import type { CommentFacts, IssueFacts, MilestoneFacts, PullFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { BundleHead, EvidenceBundle, EvidenceState } from '../../core/evidence/bundle/bundle.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { EvidenceHistory } from '../artifacts/evidence-history.ts';
import type { IdentityIssuer } from '../artifacts/identity-issuer.ts';
import { unreadPulls } from '../../core/gates/unread-pull.ts';
import { refusalOf } from '../refusal-of.ts';
import { unreadPull } from './unread-pull.ts';
import type { ReadEvidenceInput } from '../artifacts/read-evidence.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { restWorld } from '../look/rest-world.ts';
import type { World } from '../look/world.ts';
import type { PolicySources } from './policy-sources.ts';
import { commitAsPull } from '../deployments/commit-as-pull.ts';
import { readPolicyState } from './read-policy-state.ts';
import { readApiDocuments } from './read-api-documents.ts';
import { readBases } from './read-bases.ts';
import { readEarlier } from './read-earlier.ts';
import { readCodeScanning } from './read-code-scanning.ts';
import { readConfigPreviews } from './read-config-previews.ts';
import { readMergedSince } from './read-merged-since.ts';
import { readFreezeIssues } from './read-freeze-issues.ts';
import { readMarkedComment } from './read-marked-comment.ts';
import type { MergeGroup } from './read-merge-group.ts';

/** What a shell brings to a reading besides GitHub: its clock, its own identity and what it remembers. */
export interface SnapshotSources<Bundle extends BundleHead = EvidenceBundle> extends PolicySources {
  readonly now: string;
  readonly app: { readonly id: number | null; readonly logins: readonly string[] };
  /** Who writes the readiness report, where it is not the app. */
  readonly reportAuthors?: readonly string[];
  readonly decisions: (seen: {
    repository: RepositoryFacts;
    policy: Policy;
    seeded: readonly IssueFacts[];
    pulls: readonly PullFacts[];
  }) => Promise<{ decisions: readonly Decision[]; unavailable: PullSnapshot['unavailable'] }>;
  /** Which of a repository's pull requests are known to be releases; those at hand are given to whoever has no memory. */
  readonly knownReleases: (repository: number, pulls: readonly PullFacts[]) => Promise<readonly number[]>;
  /** The open pull requests that webhooks told of, for when GitHub does not let us read them. */
  readonly knownPulls?: (repository: number) => Promise<readonly { readonly number: number; readonly headSha: string; readonly baseRef: string }[]>;
  /** Who signs the identities of workflow jobs; left out, all evidence is self-reported. */
  readonly issuer?: IdentityIssuer;
  /** How the uploads of a commit are read: in this process, or where they can do no harm. */
  readonly readEvidence: (github: GitHub, input: Omit<ReadEvidenceInput, 'kept'>) => Promise<EvidenceState<Bundle>>;
  /** What was kept of earlier commits; left out where nothing is kept, and so nothing carried forward. */
  readonly history?: EvidenceHistory<Bundle>;
  /** Where people reach the pages, without a slash at its end; null or left out where nobody serves any. */
  readonly pagesUrl?: string | null;
  /** The workflow run that asks, where one does. */
  readonly ownRun?: number;
}

/** A commit to be judged, and the pull requests it is judged for: every open one with that head, unless others are named. */
export interface SnapshotTarget {
  readonly repository: RepositoryFacts;
  readonly headSha: string;
  readonly pulls?: readonly number[];
  readonly group?: Pick<MergeGroup, 'pulls' | 'evidenceBy'>;
  /** The pull requests that brought a commit which is to be deployed. Empty: the commit stands for itself. */
  readonly deployed?: { readonly pulls: readonly number[] };
  /** The commit is looked at for how the repository stands: it stands for itself, nothing is posted on it, and no freeze holds it. */
  readonly tip?: true;
}

/** Reads the world around one head commit: configuration, pull requests, evidence, decisions, checks. Null when nothing is open on it. */
export async function readPullSnapshot<Bundle extends BundleHead>(
  sources: SnapshotSources<Bundle>,
  target: SnapshotTarget,
): Promise<PullSnapshot<Bundle> | null> {
  const { github } = sources;
  const { repository, headSha } = target;
  const world = sources.world ?? restWorld(github, repository);
  const name = { owner: repository.owner, repo: repository.name };
  const { pulls, unread } = await readPulls(sources, world, target);
  if (pulls.length === 0) return null;
  const state = await readPolicyState(sources, repository);
  const checkRuns = await world.checkRuns(headSha);
  const rerequested = target.tip ? false : await world.rerequested({ ref: headSha, appId: sources.app.id, checkRuns });
  const previews = state.kind === 'absent' ? {} : await readConfigPreviews(sources, repository, { state, pulls });
  const here = { now: sources.now, repository, headSha, appId: sources.app.id, ...pagesOf(sources, repository) };
  const base = { ...here, policy: state, pulls, checkRuns, rerequested, previews };
  if (state.kind !== 'in-force' || unread) return { ...base, ...nothingKnown, unavailable: unread ? [unreadPulls] : [] };
  const { policy } = state;
  const knownReleases = await sources.knownReleases(repository.id, pulls);
  const readEvidence = (sha: string): Promise<EvidenceState<Bundle>> =>
    sources.readEvidence(github, {
      repository,
      headSha: sha,
      policy,
      world,
      ...(sources.issuer ? { issuer: sources.issuer } : {}),
      ...(sources.ownRun === undefined ? {} : { ownRun: sources.ownRun }),
    });
  const [tree, read, own] = await Promise.all([
    world.tree(headSha),
    readEvidence(headSha),
    world.backlog({ authors: [...sources.app.logins, ...policy.seed.owners], labels: countedLabels(policy) }),
  ]);
  const evidence = target.group ? { ...read, awaitedUntil: target.group.evidenceBy } : read;
  const known = await sources.decisions({ repository, policy, seeded: own.issues, pulls });
  const reportComments = await readReportComments(sources, name, { policy, pulls, knownReleases });
  const seen = { world, name, repositoryId: repository.id, policy, headSha, now: sources.now, tree, evidence, history: sources.history, readEvidence };
  const carried = await readEarlier(github, { ...seen, pulls });
  const against = await readBases(world, { ...seen, pulls: carried.pulls });
  const codeScanning = policy.evidence.codeScanning ? await readCodeScanning(github, name, { headSha, pulls: pulls.map(({ number }) => number) }) : null;
  return {
    ...base,
    ...carried,
    ...against,
    ...(codeScanning ? { codeScanning } : {}),
    ...(await readApiDocuments(github, name, { policy, sha: headSha })),
    ...(await readMergedSince(github, name, { policy, decisions: known.decisions, now: sources.now, defaultBranch: repository.defaultBranch })),
    pulls: await withBaseChanges(world, { pulls: against.pulls, evidence }),
    tree,
    decisions: known.decisions,
    seeded: own.issues,
    milestones: own.milestones,
    ...own.counts,
    ...(await readFreeze(sources, name, { policy, pulls, knownReleases, target })),
    reportComments,
    knownReleases,
    unavailable: [...known.unavailable, ...own.unavailable],
    evidence,
  };
}

/** Where the pages of this repository are. */
function pagesOf({ pagesUrl }: SnapshotSources<BundleHead>, { owner, name }: RepositoryFacts): Pick<PullSnapshot, 'pagesUrl'> {
  return pagesUrl ? { pagesUrl: `${pagesUrl}/r/${owner}/${name}` } : {};
}

/** The pull requests to judge; where GitHub refuses them, what webhooks told of those with this head. */
async function readPulls(sources: SnapshotSources<BundleHead>, world: World, target: SnapshotTarget): Promise<{ pulls: PullFacts[]; unread: boolean }> {
  try {
    return { pulls: await readReadablePulls(world, target), unread: false };
  } catch (error) {
    const known =
      target.group || target.deployed || !sources.knownPulls || refusalOf(error) !== 'forbidden' ? [] : await sources.knownPulls(target.repository.id);
    const pulls = known.filter(({ headSha }) => headSha === target.headSha).map((pull) => unreadPull(target.repository, pull));
    // Without anything to post a check for, the engine tries again and then says loudly that it gave up.
    if (pulls.length === 0) throw error;
    return { pulls, unread: true };
  }
}

/** Between the list and the look at each, one may have been closed or got another head: it is judged with that one. */
async function readReadablePulls(world: World, target: SnapshotTarget): Promise<PullFacts[]> {
  const { headSha, pulls: named, group, deployed, tip } = target;
  if (tip || deployed?.pulls.length === 0) return [commitAsPull(target.repository, headSha)];
  const given = group?.pulls ?? deployed?.pulls ?? named;
  const pulls = await Promise.all((given ?? (await world.pullsOfHead(headSha))).map((number) => world.pull(number)));
  return given ? pulls : pulls.filter(({ state, head }) => state === 'open' && head.sha === headSha);
}

/** Only runs of `pull_request` test a merge commit, so only where one brought evidence is the base compared. */
async function withBaseChanges(world: World, seen: Pick<PullSnapshot<BundleHead>, 'pulls' | 'evidence'>): Promise<readonly PullFacts[]> {
  if (!seen.evidence.bundles.some(({ identity }) => identity.event === 'pull_request')) return seen.pulls;
  return Promise.all(seen.pulls.map(async (pull) => ({ ...pull, baseChanges: await world.baseChanges(pull) })));
}

const nothingKnown = {
  tree: null,
  evidence: { bundles: [], runningWorkflows: [], refused: [] },
  decisions: [] as readonly Decision[],
  seeded: [] as readonly IssueFacts[],
  milestones: [] as readonly MilestoneFacts[],
  openIssuesByLabel: {},
  reportComments: {},
  knownReleases: [] as readonly number[],
  unavailable: [] as PullSnapshot['unavailable'],
};

/** Only releases and deployments are frozen, so only for them one request asks for the issues that freeze. */
async function readFreeze(
  { github }: SnapshotSources<BundleHead>,
  name: RepositoryName,
  seen: { policy: Policy; pulls: readonly PullFacts[]; knownReleases: readonly number[]; target: SnapshotTarget },
): Promise<Pick<PullSnapshot, 'freezeIssues'>> {
  const { policy, pulls, knownReleases, target } = seen;
  if (policy.freezeLabel === undefined || target.tip) return {};
  const isHeld = target.deployed !== undefined || pulls.some((pull) => isRelease(policy, pull, knownReleases));
  return isHeld ? { freezeIssues: await readFreezeIssues(github, name, policy.freezeLabel) } : {};
}

/** Only release pull requests carry a report, so only their comments are listed. */
async function readReportComments(
  sources: SnapshotSources<BundleHead>,
  name: RepositoryName,
  seen: { policy: Policy; pulls: readonly PullFacts[]; knownReleases: readonly number[] },
) {
  const comments: Record<number, CommentFacts | null> = {};
  for (const pull of seen.pulls) {
    // A commit that stands for itself has no comments.
    if (pull.number === 0 || !isRelease(seen.policy, pull, seen.knownReleases)) continue;
    const authors = sources.reportAuthors ?? sources.app.logins;
    comments[pull.number] = await readMarkedComment(sources.github, name, { issue: pull.number, markerId: reportMarkerId, authors });
  }
  return comments;
}
