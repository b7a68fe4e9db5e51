import { newestBundles } from '../../core/evidence/bundle/bundle.ts';
import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import { isExpectedUpload, missingUploads } from '../../core/evidence/bundle/expected-uploads.ts';
import { isExpectedWorkflow } from '../../core/evidence/bundle/is-expected-workflow.ts';
import { carriedAge } from '../../core/gates/coverage/carry/carried-age.ts';
import type { ComponentToCarry } from '../../core/gates/coverage/carry/components-to-carry.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { commitOf, type CommitOrigin } from '../artifacts/commit-of.ts';
import { isOfTree } from '../artifacts/evidence-of-tree.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import type { HistoryCommit } from './list-history.ts';

/** How many tested commits are asked for: an upload says itself which tree it tested. */
const mostChecks = 5;

interface SourcesInput {
  readonly name: RepositoryName;
  readonly policy: Policy;
  readonly now: string;
  readonly history: readonly HistoryCommit[];
  readonly wanted: readonly ComponentToCarry[];
}

/** By commit, the kept uploads of it that components are to be carried from: of each component those of the newest commit that has all. */
export async function findSources(github: GitHub, input: SourcesInput, kept: readonly BundleHead[]): Promise<Map<string, BundleHead[]>> {
  const { policy } = input;
  const usable = kept.filter(
    ({ identity }) => isExpectedWorkflow(policy.evidence.workflows, identity.workflowPath) && identity.uploadName.startsWith(policy.evidence.uploads),
  );
  const tests = testedCommits(github, input.name);
  const found = new Map<string, BundleHead[]>();
  for (const wanted of input.wanted) {
    const source = await sourceOf({ ...input, tests, wanted }, usable);
    if (source) found.set(source.sha, [...new Set([...(found.get(source.sha) ?? []), ...source.bundles])]);
  }
  return found;
}

type OneInput = Omit<SourcesInput, 'wanted'> & { readonly tests: (sha: string) => Promise<CommitOrigin | null>; readonly wanted: ComponentToCarry };

async function sourceOf(input: OneInput, usable: readonly BundleHead[]): Promise<{ sha: string; bundles: BundleHead[] } | null> {
  const { policy, now, wanted } = input;
  for (const commit of input.history) {
    const own = usable.filter(
      ({ identity }) =>
        isExpectedUpload(policy, wanted.component, identity.uploadName) && (identity.testedSha === commit.sha || identity.testedTree === commit.tree),
    );
    const isComplete = (bundles: readonly BundleHead[]): boolean =>
      missingUploads(
        policy,
        wanted.component,
        bundles.map(({ identity }) => identity.uploadName),
      ).length === 0 && carriedAge(commit, { bundles, limits: wanted.limits, now }) !== null;
    if (!isComplete(newestBundles(own))) continue;
    const proven = newestBundles(await provenOf(input.tests, commit, own));
    if (isComplete(proven)) return { sha: commit.sha, bundles: proven };
  }
  return null;
}

/** Those that tested this commit, or that GitHub says tested one with the very same files. */
async function provenOf(tests: OneInput['tests'], commit: HistoryCommit, bundles: readonly BundleHead[]): Promise<BundleHead[]> {
  const proven: BundleHead[] = [];
  for (const bundle of bundles) {
    const { identity } = bundle;
    if (identity.testedSha === commit.sha || isOfTree(identity, await tests(identity.testedSha), commit.tree)) proven.push(bundle);
  }
  return proven;
}

/** Asks for a commit once, and for a few of them at most. */
function testedCommits(github: GitHub, name: RepositoryName): (sha: string) => Promise<CommitOrigin | null> {
  const asked = new Map<string, Promise<CommitOrigin | null>>();
  return (sha) => {
    const known = asked.get(sha);
    if (known) return known;
    const answer = asked.size < mostChecks ? commitOf(github, name, sha) : Promise.resolve(null);
    asked.set(sha, answer);
    return answer;
  };
}
