import type { ApiDocument } from '../contract/api-document.ts';
import type { BundleHead, EvidenceBundle, EvidenceState } from '../evidence/bundle/bundle.ts';
import type { Decision } from '../people/decision.ts';
import type { MergedSinceCommits } from '../people/merged-since.ts';
import type { ConfigPreview } from '../policy/config-preview.ts';
import type { PolicyState } from '../policy/policy.ts';
import type { CodeScanningFacts } from './code-scanning-facts.ts';
import type { CheckRunFacts, CommentFacts, FreezeIssue, IssueFacts, MilestoneFacts, PullFacts, RepositoryFacts } from './facts.ts';

/** A commit that a pull request is held against: its files and the evidence of itself, not of what was built on it. */
export interface BaseFacts<Bundle extends BundleHead = EvidenceBundle> {
  readonly sha: string;
  /** Null when GitHub could not list all of its files. */
  readonly tree: readonly string[] | null;
  readonly evidence: EvidenceState<Bundle>;
}

/** An earlier commit's kept evidence, of the components for which it may stand in. */
export interface EarlierFacts<Bundle extends BundleHead = EvidenceBundle> {
  readonly sha: string;
  readonly evidence: EvidenceState<Bundle>;
}

/** Everything observed for one head commit, with the time. `evaluate` sees nothing else. */
export interface PullSnapshot<Bundle extends BundleHead = EvidenceBundle> {
  /** ISO time at which the snapshot was taken: the only clock there is. */
  readonly now: string;
  readonly repository: RepositoryFacts;
  readonly policy: PolicyState;
  readonly headSha: string;
  /** Every open pull request with this head: the check shows the worst verdict of them all. Never empty. */
  readonly pulls: readonly PullFacts[];
  /** Paths of all files in the tree of the head commit; null when GitHub could not list them all. */
  readonly tree: readonly string[] | null;
  /** True where `tree` holds only what the reports name: then the absence of a file proves nothing. */
  readonly treeIsPartial?: true;
  readonly evidence: EvidenceState<Bundle>;
  /** The commits at which the pull requests left their base, where the policy looks at them. */
  readonly bases?: readonly BaseFacts<Bundle>[];
  /** Commits whose evidence may be carried forward; left out where nothing is. */
  readonly earlier?: readonly EarlierFacts<Bundle>[];
  readonly decisions: readonly Decision[];
  /** What was merged since the sign-offs that a merge voids; left out where the policy asks for none. */
  readonly mergedSince?: MergedSinceCommits;
  /** Issues that we seeded, found by marker and author. */
  readonly seeded: readonly IssueFacts[];
  readonly milestones: readonly MilestoneFacts[];
  /** Open issues by label that criteria count, e.g. `bug:critical`; null when they could not be read, or a label is absent. */
  readonly openIssuesByLabel: Readonly<Record<string, number | null>>;
  /** Counted labels that the repository does not have: no issue can carry them, so that a count of none proves nothing. */
  readonly absentLabels?: readonly string[];
  /** Alerts of GitHub's code scanning; left out where the policy does not ask for them. */
  readonly codeScanning?: CodeScanningFacts;
  /** Open issues that freeze releases; null when they could not be read. Left out where no label is configured, or nothing here is released. */
  readonly freezeIssues?: readonly FreezeIssue[] | null;
  /** OpenAPI documents of components, as the head commit has them; left out where none is asked for. */
  readonly apiDocuments?: readonly ApiDocument[];
  readonly checkRuns: readonly CheckRunFacts[];
  /** Somebody pressed "Re-run" on one of our checks: GitHub waits for us to post again, although nothing else changed. */
  readonly rerequested?: boolean;
  /** Our own readiness comments on the pull requests, by pull request number. */
  readonly reportComments: Readonly<Record<number, CommentFacts | null>>;
  /** Pull requests that were recognised as releases before; once recognised, one stays a release. */
  readonly knownReleases: readonly number[];
  /** What the configuration would be that a pull request changes, by its number; only of those that change it. */
  readonly previews?: Readonly<Record<number, ConfigPreview>>;
  /** What could not be read and why, e.g. a missing permission: shown, never taken for a pass. */
  readonly unavailable: readonly { readonly what: string; readonly why: string }[];
  /** Address of this repository's pages, e.g. `https://gate.example/r/acme/scoring`; left out where nobody serves them. */
  readonly pagesUrl?: string;
  /** Numeric id of the app that posts the checks; null where no app is known. */
  readonly appId: number | null;
}
