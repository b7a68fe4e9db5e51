import { isExpectedWorkflow } from '../../core/evidence/bundle/is-expected-workflow.ts';
import { newestBundles } from '../../core/evidence/bundle/bundle.ts';
import type { BundleHead, BundleIdentity } from '../../core/evidence/bundle/bundle.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { World } from '../look/world.ts';
import { type CommitOrigin, isMergeOf } from './commit-of.ts';
import type { KeptEvidence } from './kept-evidence.ts';

/** How many tested commits are asked for: squash merges and rewritten messages leave one. */
const mostCommits = 5;

/**
 * Evidence of another commit with the very same files: a squash merge, or a commit whose message alone was rewritten. An
 * upload says itself which tree it tested, so GitHub is asked: the tested commit must have that tree, and must be the head
 * that the upload's run was for, or the merge of it.
 */
export async function evidenceOfTree<Bundle extends BundleHead>(
  world: Pick<World, 'commit'>,
  input: { readonly repositoryId: number; readonly headSha: string; readonly policy: Policy; readonly kept: KeptEvidence<Bundle> },
): Promise<Bundle[]> {
  const { repositoryId, headSha, kept } = input;
  const tree = (await world.commit(headSha))?.tree;
  if (tree === undefined) return [];
  const { workflows, uploads } = input.policy.evidence;
  const bundles = (await kept.ofTree({ repository: repositoryId, tree })).filter(
    ({ identity }) => isExpectedWorkflow(workflows, identity.workflowPath) && identity.uploadName.startsWith(uploads),
  );
  const tested = [...new Set(newestBundles(bundles).map(({ identity }) => identity.testedSha))].slice(-mostCommits);
  const commits = new Map(await Promise.all(tested.map(async (sha) => [sha, await world.commit(sha)] as const)));
  return bundles.filter(({ identity }) => isOfTree(identity, commits.get(identity.testedSha) ?? null, tree));
}

/** Whether GitHub's word for the tested commit bears out what an upload says of it. */
export function isOfTree(identity: BundleIdentity, commit: CommitOrigin | null, tree: string): boolean {
  return commit?.tree === tree && (identity.testedSha === identity.headSha || isMergeOf(identity, commit));
}
