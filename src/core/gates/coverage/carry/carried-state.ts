import type { EvidenceState } from '../../../evidence/bundle/bundle.ts';
import { isExpectedUpload, missingUploads } from '../../../evidence/bundle/expected-uploads.ts';
import type { CarryLimits, Component, Policy } from '../../../policy/policy.ts';
import type { EarlierCommit, PullFacts } from '../../../snapshot/facts.ts';
import type { PullSnapshot } from '../../../snapshot/pull-snapshot.ts';
import { componentCoverage } from '../component-coverage.ts';
import type { CoverageWords } from '../coverage-words.ts';
import { type ComponentState, figureState } from '../figure-state.ts';
import { type CarriedFrom, carriedAge } from './carried-age.ts';
import { nothingCame } from './nothing-came.ts';
import { changedPaths, touchedPath } from './touched-path.ts';

interface CarryInput {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
  readonly words: CoverageWords;
}

interface Source {
  readonly commit: EarlierCommit;
  readonly from: CarriedFrom;
  readonly evidence: EvidenceState;
}

/**
 * A component without any evidence of its own, by that of an earlier commit of the base where the policy allows it; as it was
 * otherwise, with the reason why nothing could be carried forward.
 */
export function carriedState(input: CarryInput, own: ComponentState): ComponentState {
  const { policy, snapshot } = input;
  const { component, sources } = own.figures;
  const limits = component.carryForward;
  const isThere = sources.length > 0 || snapshot.treeIsPartial === true;
  if (!limits || own.state.kind !== 'unknown' || !isThere) return own;
  if (!nothingCame({ policy, evidence: snapshot.evidence, now: snapshot.now }, component)) return own;
  const source = obstacle(input, component) ?? sourceOf(input, { component, limits });
  const carried = typeof source === 'string' ? source : (changedSince(input, component, source) ?? figuresFrom(input, component, source));
  if (typeof carried !== 'string') return carried;
  return own.state.verdict === 'pending' ? own : { ...own, state: { ...own.state, reason: `${own.state.reason} ${carried}` } };
}

/** Why nothing older may stand in, whatever there is; null when it may. */
function obstacle({ policy, pull, words }: CarryInput, component: Component): string | null {
  if (component.uploads.length === 0) return words.carry.noUploads(component.id);
  if ((pull.filesLeftOut ?? 0) > 0) return words.carry.filesUnknown;
  const touched = touchedPath(policy, component, changedPaths(pull));
  return touched === null ? null : words.carry.touched(touched);
}

/** The newest earlier commit with all uploads of the component that is not too old. */
function sourceOf({ policy, snapshot, pull, words }: CarryInput, { component, limits }: { component: Component; limits: CarryLimits }): Source | string {
  if (pull.earlier === undefined) return words.carry.noHistory;
  if (pull.earlier === null) return words.carry.historyUnknown(pull.base.ref);
  for (const commit of pull.earlier) {
    const found = snapshot.earlier?.find(({ sha }) => sha === commit.sha)?.evidence;
    const bundles = (found?.bundles ?? []).filter(({ identity }) => isExpectedUpload(policy, component, identity.uploadName));
    const from = carriedAge(commit, { bundles, limits, now: snapshot.now });
    const came = bundles.map(({ identity }) => identity.uploadName);
    if (found && from && missingUploads(policy, component, came).length === 0) return { commit, from, evidence: { ...found, bundles } };
  }
  return words.carry.noSource(limits);
}

/** Why a source is of no use: the component is no longer as it was. Null when it is. */
function changedSince({ policy, words }: CarryInput, component: Component, { commit }: Source): string | null {
  const short = commit.sha.slice(0, 7);
  if (commit.changed === null) return words.carry.changesUnknown(short);
  const touched = touchedPath(policy, component, commit.changed);
  return touched === null ? null : words.carry.changedSince(short, touched);
}

/**
 * The component by the source's evidence. Its own files are the same in both commits; those that differ elsewhere stand in
 * the tree as they were and as they are, so that no path of a report seems to fit where it did not.
 */
function figuresFrom(input: CarryInput, component: Component, { commit, from, evidence }: Source): ComponentState | string {
  const { policy, words, snapshot: own } = input;
  const tree = [...new Set([...(own.tree ?? []), ...(commit.changed ?? [])])];
  const { treeIsPartial: _, ...rest } = own;
  const snapshot: PullSnapshot = { ...rest, headSha: commit.sha, tree, evidence };
  const placed = componentCoverage({ policy, tree, evidence });
  const figures = placed.components.find((each) => each.component.id === component.id);
  const judged = figures && figureState({ policy, snapshot, words, treeKnown: true }, figures);
  if (judged?.state.kind !== 'measured') return words.carry.notUsable(commit.sha.slice(0, 7), judged?.state.kind === 'unknown' ? judged.state.reason : '');
  const { unmapped, ambiguous } = placed.covered;
  return { ...judged, state: { ...judged.state, carried: from, strange: [...unmapped, ...ambiguous.map(({ file }) => file)] } };
}
