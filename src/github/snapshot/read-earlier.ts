import type { BundleHead, EvidenceState } from '../../core/evidence/bundle/bundle.ts';
import { isExpectedUpload, missingUploads } from '../../core/evidence/bundle/expected-uploads.ts';
import { type ComponentToCarry, componentsToCarry } from '../../core/gates/coverage/carry/components-to-carry.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { EarlierCommit, PullFacts } from '../../core/snapshot/facts.ts';
import type { EarlierFacts } from '../../core/snapshot/pull-snapshot.ts';
import type { EvidenceHistory } from '../artifacts/evidence-history.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import type { World } from '../look/world.ts';
import type { Comparison } from './compare-with-base.ts';
import { findSources } from './find-sources.ts';
import { type HistoryCommit, listHistory } from './list-history.ts';
import { ofCommit } from './read-bases.ts';

interface EarlierInput<Bundle extends BundleHead> {
  readonly world: World;
  readonly name: RepositoryName;
  readonly repositoryId: number;
  readonly policy: Policy;
  readonly headSha: string;
  readonly now: string;
  readonly tree: readonly string[] | null;
  readonly evidence: EvidenceState<Bundle>;
  readonly pulls: readonly PullFacts[];
  readonly history: EvidenceHistory<Bundle> | undefined;
  readonly readEvidence: (sha: string) => Promise<EvidenceState<Bundle>>;
}

export interface Earlier<Bundle extends BundleHead> {
  readonly pulls: readonly PullFacts[];
  readonly earlier?: readonly EarlierFacts<Bundle>[];
}

type Found<Bundle extends BundleHead> = ReadonlyMap<string, EvidenceState<Bundle>>;

/**
 * The evidence of earlier commits of the base for the components of which the head has none, where the policy lets it be
 * carried forward. Nothing is read where none is missing: else one comparison and one list of commits, and a second
 * comparison where the source is not the commit at which the branch left its base.
 */
export async function readEarlier<Bundle extends BundleHead>(github: GitHub, input: EarlierInput<Bundle>): Promise<Earlier<Bundle>> {
  const { history } = input;
  if (!history) return { pulls: input.pulls };
  const collected = new Map<string, EvidenceState<Bundle>>();
  const pulls: PullFacts[] = [];
  for (const pull of input.pulls) {
    const wanted = componentsToCarry(input, pull);
    pulls.push(wanted.length === 0 ? pull : { ...pull, ...(await earlierOf(github, { ...input, history, pull, wanted, collected })) });
  }
  return collected.size === 0 ? { pulls } : { pulls, earlier: [...collected].map(([sha, state]) => ({ sha, evidence: state })) };
}

type PullInput<Bundle extends BundleHead> = Omit<EarlierInput<Bundle>, 'history'> & {
  readonly history: EvidenceHistory<Bundle>;
  readonly pull: PullFacts;
  readonly wanted: readonly ComponentToCarry[];
  /** What was found for any pull request. */
  readonly collected: Map<string, EvidenceState<Bundle>>;
};

async function earlierOf<Bundle extends BundleHead>(github: GitHub, input: PullInput<Bundle>): Promise<Pick<PullFacts, 'mergeBase' | 'earlier'>> {
  const { world, name, headSha, wanted, pull } = input;
  const compared = await world.compare({ base: pull.base.ref, head: headSha });
  if (!compared) return { mergeBase: null, earlier: null };
  const { mergeBase } = compared;
  const count = Math.max(...wanted.map(({ limits }) => limits.commits)) + 1;
  const listed = await listHistory(github, name, { sha: mergeBase, count });
  if (!listed) return { mergeBase, earlier: null };
  const history = listed.filter(({ sha }) => sha !== headSha);
  const found = await ofBase(input, mergeBase, await fromStore(github, input, history));
  for (const [sha, state] of found) input.collected.set(sha, united(input.collected.get(sha), state));
  const sources = history.filter(({ sha }) => found.has(sha));
  return { mergeBase, earlier: await Promise.all(sources.map((commit) => withChanges({ ...input, compared }, commit))) };
}

async function fromStore<Bundle extends BundleHead>(github: GitHub, input: PullInput<Bundle>, history: readonly HistoryCommit[]): Promise<Found<Bundle>> {
  const kept = await input.history.heads({ repository: input.repositoryId, commits: history.map(({ sha }) => sha), trees: history.map(({ tree }) => tree) });
  const heads = await findSources(github, { ...input, history }, kept);
  const found = new Map<string, EvidenceState<Bundle>>();
  for (const [sha, bundles] of heads) found.set(sha, { bundles: await input.history.open(bundles), runningWorkflows: [], refused: [] });
  return found;
}

/** What the store lacks may still lie at the commit where the branch left its base, which is read, and kept, as any base is. */
async function ofBase<Bundle extends BundleHead>(input: PullInput<Bundle>, mergeBase: string, found: Found<Bundle>): Promise<Found<Bundle>> {
  const { policy, wanted, headSha } = input;
  const has = ({ component }: ComponentToCarry, { bundles }: EvidenceState<Bundle>): boolean =>
    missingUploads(
      policy,
      component,
      bundles.map(({ identity }) => identity.uploadName),
    ).length === 0;
  const lacking = wanted.filter((each) => ![...found.values()].some((state) => has(each, state)));
  if (lacking.length === 0 || mergeBase === headSha) return found;
  const state = ofCommit(await input.readEvidence(mergeBase), mergeBase);
  const usable = lacking.filter((each) => has(each, state));
  if (usable.length === 0) return found;
  const bundles = state.bundles.filter(({ identity }) => usable.some(({ component }) => isExpectedUpload(policy, component, identity.uploadName)));
  return new Map([...found, [mergeBase, united(found.get(mergeBase), { ...state, bundles })]]);
}

async function withChanges<Bundle extends BundleHead>(
  { world, headSha, compared }: PullInput<Bundle> & { readonly compared: Comparison },
  { sha, committedAt, commits }: HistoryCommit,
): Promise<EarlierCommit> {
  const since = sha === compared.mergeBase ? compared : await world.compare({ base: sha, head: headSha });
  // A source that is not behind the head would hide what the head lacks of it.
  return { sha, committedAt, commits, changed: since?.mergeBase === sha ? since.changed : null };
}

function united<Bundle extends BundleHead>(a: EvidenceState<Bundle> | undefined, b: EvidenceState<Bundle>): EvidenceState<Bundle> {
  if (!a) return b;
  return {
    bundles: [...new Set([...a.bundles, ...b.bundles])],
    runningWorkflows: [...a.runningWorkflows, ...b.runningWorkflows],
    refused: [...a.refused, ...b.refused],
  };
}
