import type { Role } from './account.ts';
import type { CheckRun, CheckSuite, CommitStatus } from './checks.ts';
import type { Comment, Issue, Label, Milestone } from './issue.ts';
import type { Alert, Analysis } from './scan.ts';
import type { Artifact, Deployment, Workflow, WorkflowRun } from './run.ts';

export interface Ruleset {
  readonly id: number;
  name: string;
  target: 'branch' | 'tag' | 'push';
  enforcement: 'disabled' | 'active' | 'evaluate';
  include: readonly string[];
  exclude: readonly string[];
  rules: readonly { readonly type: string; readonly parameters?: Readonly<Record<string, unknown>> }[];
  /** Of an organisation's ruleset: names or patterns of the repositories that it holds for. */
  repositories: { readonly include: readonly string[]; readonly exclude: readonly string[] } | null;
  bypassActors: readonly Readonly<Record<string, unknown>>[];
  readonly createdAt: string;
  updatedAt: string;
}

export interface QueueEntry {
  readonly id: number;
  readonly pullNumber: number;
  readonly baseRef: string;
  readonly headSha: string;
  readonly baseSha: string;
  readonly ref: string;
  readonly enqueuedAt: string;
  state: string;
}

export type ActivityType = 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge';

/** Who moved a branch from where to where. */
export interface Activity {
  readonly id: number;
  readonly ref: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly type: ActivityType;
  readonly actorId: number;
  readonly at: string;
}

export interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  readonly label: string | null;
  readonly bytes: Uint8Array;
  readonly uploaderId: number;
  readonly at: string;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly target: string;
  readonly name: string;
  readonly body: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  /** Published where the repository's releases cannot be changed any more. */
  immutable: boolean;
  readonly authorId: number;
  readonly at: string;
  readonly assets: Map<number, ReleaseAsset>;
}

export interface Repository {
  readonly id: number;
  /** Another one after a transfer. */
  ownerId: number;
  name: string;
  /** Names it had before: they answer 301. */
  readonly formerNames: string[];
  readonly description: string | null;
  private: boolean;
  readonly forkOf: number | null;
  archived: boolean;
  hasIssues: boolean;
  defaultBranch: string;
  topics: string[];
  /** Full ref names (`refs/heads/main`, `refs/pull/3/head`) to commit shas. */
  readonly refs: Map<string, string>;
  readonly collaborators: Map<number, Role>;
  readonly teamRoles: Map<number, Role>;
  /** Every change of a branch, oldest first. */
  readonly activities: Activity[];
  readonly issues: Map<number, Issue>;
  readonly comments: Map<number, Comment>;
  readonly labels: Map<string, Label>;
  readonly milestones: Map<number, Milestone>;
  readonly checkSuites: Map<number, CheckSuite>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly statuses: CommitStatus[];
  readonly workflows: Map<number, Workflow>;
  readonly runs: Map<number, WorkflowRun>;
  readonly artifacts: Map<number, Artifact>;
  readonly deployments: Map<number, Deployment>;
  readonly releases: Map<number, Release>;
  readonly rulesets: Map<number, Ruleset>;
  /** A private repository on a plan without rulesets: everything about rules answers 403. */
  lacksRulesets: boolean;
  /** What the older branch protection requires, by branch. Null: whichever app. */
  readonly protectedChecks: Map<string, readonly { readonly context: string; readonly appId: number | null }[]>;
  /** Code scanning: every analysis and the alerts by ref, oldest first. */
  readonly analyses: Analysis[];
  readonly alerts: Alert[];
  /** Code scanning is off: it answers 403. */
  lacksCodeScanning: boolean;
  readonly queue: QueueEntry[];
  /** Environments and the apps that guard them. */
  readonly environments: Map<
    string,
    { readonly id: number; readonly name: string; readonly guards: { readonly id: number; readonly appId: number }[]; readonly createdAt: string }
  >;
  readonly createdAt: string;
  updatedAt: string;
  pushedAt: string;
  readonly counters: { issue: number; milestone: number; run: number };
}
