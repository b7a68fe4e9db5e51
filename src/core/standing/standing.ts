import type { Locale } from '../playbook/text-schema.ts';
import type { Binding } from '../rules/evaluate-criteria.ts';
import type { Outcome } from '../verdict/verdict.ts';
import type { Actor } from '../report/problem-actor.ts';

/** One criterion of readiness as it stood. */
export interface StandingCriterion {
  readonly id: string;
  /** In the repository's language, as the two texts below. */
  readonly title: string;
  /** Category of the playbook; null where it does not bind. */
  readonly category: string | null;
  readonly binding: Binding;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly next: string | null;
  /** Who has to act; null where nothing is to be done. */
  readonly actor: Actor | null;
  readonly waived: { readonly by: string; readonly until: string } | null;
}

/** Coverage of a component, or of all of them: `total`. Integers; null where no report told it. */
export interface StandingCoverage {
  readonly component: string;
  readonly covered: number | null;
  readonly total: number | null;
  /** Basis points. */
  readonly floor: number;
  readonly outcome: Outcome;
  /** ISO time of the evidence that stood in, where it was carried forward. */
  readonly carriedFrom: string | null;
}

/** A figure that the team's reports bring, e.g. `model.accuracy`, `business.roi`, `load.p95`. */
export interface StandingMetric {
  readonly id: string;
  readonly value: number;
  readonly unit: string | null;
  /** ISO time at which it was measured; null where its report says none. */
  readonly at: string | null;
}

/** A sprint in figures: items of the plan in its milestone. */
export interface StandingSprint {
  readonly sprint: number;
  readonly block: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  readonly open: number;
  readonly closed: number;
}

export interface StandingCheckpoint {
  readonly id: string;
  readonly block: string;
  /** Last day of its block. */
  readonly due: string;
  readonly state: 'signed' | 'conditions' | 'rejected' | 'open';
  /** Who signed, and when; empty while nobody did. */
  readonly signed: readonly { readonly login: string; readonly at: string }[];
  /** Number of its issue, or null where it was not seeded. */
  readonly issue: number | null;
}

/** What somebody accepted, or stated, that is in force or over. */
export interface StandingPromise {
  readonly kind: 'waiver' | 'attestation' | 'override' | 'baseline' | 'condition';
  readonly subject: string;
  readonly by: string;
  readonly at: string;
  /** ISO time or day on which it ends; null where it does not. */
  readonly until: string | null;
  readonly reason: string;
  readonly link: string | null;
  readonly state: 'in-force' | 'expired' | 'revoked';
}

export interface StandingRisk {
  readonly id: string;
  readonly title: string;
  readonly probability: 'low' | 'medium' | 'high';
  readonly impact: 'low' | 'medium' | 'high';
  readonly issue: number | null;
  readonly open: boolean;
}

export interface StandingPhase {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  /** Ids of the criteria that belong to it. */
  readonly criteria: readonly string[];
}

/** An item of the plan: what the burn-up and the forecast count. */
export interface StandingItem {
  readonly id: string;
  readonly issue: number;
  readonly sprint: number | null;
  readonly closedAt: string | null;
}

/** How a repository stood at one time, judged at the tip of its default branch: what pages, digests and sprint reviews show. */
export interface Standing {
  readonly version: 1;
  readonly at: string;
  readonly headSha: string;
  /** Digest of the policy that judged it. */
  readonly policy: string;
  readonly playbook: string;
  readonly locale: Locale;
  readonly timezone: string;
  readonly tier: 1 | 2 | 3 | 4;
  readonly products: readonly string[];
  readonly regulations: readonly string[];
  /** What one wants to be ready for. */
  readonly target: string;
  readonly block: string;
  readonly sprint: number;
  readonly outcome: Outcome;
  /** Whole, rounded down; of the criteria that bind. */
  readonly percent: number;
  readonly held: number;
  readonly waived: number;
  readonly binding: number;
  readonly criteria: readonly StandingCriterion[];
  readonly coverage: readonly StandingCoverage[];
  readonly metrics: readonly StandingMetric[];
  readonly sprints: readonly StandingSprint[];
  readonly checkpoints: readonly StandingCheckpoint[];
  readonly promises: readonly StandingPromise[];
  readonly risks: readonly StandingRisk[];
  readonly phases: readonly StandingPhase[];
  readonly items: readonly StandingItem[];
}

/** A day of a repository in figures, for lines over time: the last standing of that day. */
export interface StandingDay {
  /** `YYYY-MM-DD` in the repository's time zone. */
  readonly day: string;
  readonly sprint: number;
  readonly percent: number;
  /** Binding criteria that do not hold. */
  readonly blockers: number;
  readonly items: { readonly all: number; readonly closed: number };
  /** Basis points, rounded down, by component and `total`; those without a report are left out. */
  readonly coverage: Readonly<Record<string, number>>;
  /** By metric id. */
  readonly metrics: Readonly<Record<string, number>>;
}
