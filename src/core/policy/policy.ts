import type { ReportMapping } from '../evidence/classify/report-mapping.ts';
import type { Playbook } from '../playbook/playbook-schema.ts';
import type { Locale, PlaybookText } from '../playbook/text-schema.ts';
import type { Enforcement } from '../verdict/enforcement.ts';
import type { VoidRule } from './void-rule.ts';

/** Who may sign: nested `all` and `any` of teams, users and repository roles. `count` people are needed of a leaf. */
export type AuthorityRule =
  | { readonly all: readonly AuthorityRule[] }
  | { readonly any: readonly AuthorityRule[] }
  | { readonly teams?: readonly string[]; readonly users?: readonly string[]; readonly roles?: readonly string[]; readonly count: number };

export interface Schedule {
  /** First day of Sprint 0, `YYYY-MM-DD`. */
  readonly start: string;
  /** Length of a sprint in days. */
  readonly sprintDays: number;
  /** IANA zone in which a day begins. */
  readonly timezone: string;
  /** Days without work, `YYYY-MM-DD`, ascending; each shifts what comes after it. */
  readonly holidays: readonly string[];
  /** Id of the playbook's duration profile. */
  readonly profile: string;
}

/** How old evidence may be that stands in for a component of which a commit has none. */
export interface CarryLimits {
  readonly days: number;
  /** Commits of the base branch since it, up to where the branch left its base. */
  readonly commits: number;
}

export interface Component {
  readonly id: string;
  readonly kind: string;
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  /** Basis points; from the config, else from the kind. */
  readonly floor: number;
  /** Basis points by which its ratio may fall below the base's; left out, no drop is judged. */
  readonly threshold?: number;
  /** Left out: nothing is carried forward. */
  readonly carryForward?: CarryLimits;
  /** Path of its OpenAPI document; left out, it names none. */
  readonly openapi?: string;
  /** Names of the uploads that must all be there before its coverage is judged. Empty: whatever is there. */
  readonly uploads: readonly string[];
}

export interface CoveragePolicy {
  readonly total: { readonly floor: number; readonly strict: boolean; readonly from: string };
  /** Changed coverable lines below which the patch is judged with tolerance. */
  readonly smallChange: number;
  /** Basis points by which the total may fall below the base's, and any component that says nothing else; left out, no drop is judged. */
  readonly threshold?: number;
  /** For any component that says nothing else; left out: nothing is carried forward. */
  readonly carryForward?: CarryLimits;
  /** Source files that may be in the tree without being in any report. Null: not limited. */
  readonly unreportedLimit: number | null;
  /** Minutes after the last expected workflow started until a pending gate becomes cannot-evaluate. */
  readonly deadlineMinutes: number;
}

/** A part of a monorepo that is released by itself. */
export interface ReleaseUnit {
  readonly id: string;
  /** Its own head branches (globs) and labels: they make a pull request a release, too. */
  readonly heads: readonly string[];
  readonly labels: readonly string[];
  /** Ids of the components that it is judged by. */
  readonly components: readonly string[];
}

export interface ReleasePolicy {
  readonly branches: readonly string[];
  readonly heads: readonly string[];
  readonly labels: readonly string[];
  readonly always: readonly string[];
  readonly target: string;
  /** Left out: everything is released together. */
  readonly units?: readonly ReleaseUnit[];
}

export interface DeploymentPolicy {
  /** Whether one that fails waits for better days or is rejected at once, which is final. */
  readonly onFail: 'wait' | 'reject';
  /** Minutes after which one that still waits is rejected. Null: never. */
  readonly rejectAfterMinutes: number | null;
}

/** `rollover`: items that a sprint leaves open are moved to the next one, asked about, or left where they are. */
export interface SprintSettings {
  readonly review: boolean;
  readonly retrospective: boolean;
  readonly planning: boolean;
  readonly rollover: 'move' | 'ask' | 'leave';
  readonly digest: boolean;
}

export type ConfigLayer = 'playbook' | 'organisation' | 'repository';

/** Playbook and configuration, resolved: all that `evaluate` is told besides the snapshot. */
export interface Policy {
  /** sha256 of everything below that can change a verdict. */
  readonly digest: string;
  readonly playbook: Playbook;
  readonly text: PlaybookText;
  readonly locale: Locale;
  readonly unit: string;
  readonly tier: 1 | 2 | 3 | 4;
  /** Ids of the product types that apply: one, or all of them for `both`. */
  readonly products: readonly string[];
  readonly regulations: readonly string[];
  readonly schedule: Schedule;
  readonly components: readonly Component[];
  /** By authority id. */
  readonly authorities: Readonly<Record<string, AuthorityRule>>;
  /** Gates bind on pull requests against these base branches (globs); a pull request elsewhere never contributes a pass. */
  readonly branches: readonly string[];
  readonly release: ReleasePolicy;
  readonly environments: Readonly<Record<string, string>>;
  /** What becomes of a deployment that may not go on yet. */
  readonly deployments: DeploymentPolicy;
  /** By gate id: the strongest that holds in any block. What a pull request meets is `enforcementIn` its block. */
  readonly enforce: Readonly<Record<string, Enforcement>>;
  /** By gate id and block id, every block of the playbook; only of gates that do not hold alike in all of them. */
  readonly enforceByBlock?: Readonly<Record<string, Readonly<Record<string, Enforcement>>>>;
  /** By parameter id; null while the team has not set it. */
  readonly parameters: Readonly<Record<string, number | string | boolean | null>>;
  readonly coverage: CoveragePolicy;
  readonly evidence: {
    readonly workflows: readonly string[];
    readonly uploads: string;
    readonly trusted: string | null;
    readonly sourceRoots: readonly string[];
    /** What reports are about; the first that says something of a report counts. */
    readonly reports: readonly ReportMapping[];
    /** Patterns over the check runs that prove a capability, where not the playbook's own. */
    readonly checks?: Readonly<Record<string, string>>;
    /** Open alerts of GitHub's code scanning count as findings of the scan `code`; of these tools an analysis must be there. Left out: they are not looked at. */
    readonly codeScanning?: true | { readonly tools: readonly string[] };
  };
  readonly independence: 'authors' | 'strict';
  /** By checkpoint id, what voids its sign-off; those that nothing voids are left out. */
  readonly voids?: Readonly<Record<string, VoidRule>>;
  /** What becomes of pull requests that are not planned; left out, nothing. `exempt` are logins in lower case. */
  readonly planning?: { readonly unplanned: 'warn' | 'block'; readonly exempt: readonly string[] };
  /** What happens at the turn of a sprint; left out, what `sprintSettings` says. */
  readonly sprints?: SprintSettings;
  readonly seed: { readonly owners: readonly string[] };
  /** Open issues with this label freeze releases and deployments, too. */
  readonly freezeLabel?: string;
  /** The label of pull requests that ask to be let through; left out, `freeze-exception`. */
  readonly freezeException?: string;
  readonly freeze: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
  /** Paths that only the organisation's file sets; a repository's own value there is reported and has no effect. */
  readonly locked?: readonly string[];
  /** True when the organisation lets no repository ask for less than its file and the playbook. */
  readonly forbidWeakening?: boolean;
  /** The authority that approves weaker demands; left out, the tier's. */
  readonly weakeningBy?: string;
  /** The repository's own playbook, where its configuration names one: its file, what it extends, and its text. */
  readonly ownPlaybook?: { readonly file: string; readonly extends: string; readonly text: string };
  /** Which layer set a value, by dotted path. */
  readonly origins: Readonly<Record<string, ConfigLayer>>;
}

/** A place in a configuration file, counted from 1. */
export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  /** What is wrong and what to write instead, in one sentence, in English. */
  readonly message: string;
  /** The same sentence in every language, for checks and comments that speak the policy's. */
  readonly messages?: Readonly<Record<Locale, string>>;
  /** It is well written, but asks for less than the organisation allows. */
  readonly forbidden?: true;
}

/**
 * What is known about the configuration in force. A broken file never opens a gate: the last good one stays. `gates` are
 * those of the playbook that a broken one names, where it could be loaded: each of them may be required.
 */
export type PolicyState =
  | {
      readonly kind: 'in-force';
      readonly policy: Policy;
      readonly commit: string | null;
      readonly problems: readonly ConfigProblem[];
      readonly lastGood: boolean;
    }
  | { readonly kind: 'broken'; readonly problems: readonly ConfigProblem[]; readonly locale: Locale; readonly gates?: readonly string[] }
  | { readonly kind: 'absent' };
