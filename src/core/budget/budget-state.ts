import type { Resource, WorkClass } from './budget-limits.ts';

/** One of GitHub's hourly windows. Times are milliseconds of the epoch, of the clock that all processes share. */
export interface BudgetWindow {
  /** Requests (or points) a window; null until GitHub has told. */
  readonly limit: number | null;
  /** GitHub answers without telling a limit: it has none. */
  readonly unlimited: boolean;
  readonly spent: number;
  /** When GitHub counts from nought again; null until it has told. */
  readonly resetAt: number | null;
  /** Refused until then. */
  readonly blockedUntil: number;
  /** When a lease was last returned: what GitHub counted before knows nothing of it. */
  readonly countedAt: number;
}

/** Some requests that a process may make without asking again. It expires by itself: what a killed process held is free again. */
export interface Lease {
  readonly id: string;
  readonly resource: Resource;
  readonly class: WorkClass;
  readonly requests: number;
  readonly expiresAt: number;
}

/** Points of the last minute, each entry as one lease took them. */
export interface PointsTaken {
  readonly lease: string;
  readonly graphql: boolean;
  readonly points: number;
  /** From then on they count no more. */
  readonly until: number;
}

/** How many requests at once a process has been granted. */
export interface Lanes {
  readonly holder: string;
  readonly count: number;
  readonly expiresAt: number;
}

/** All that is known of what one installation may still ask, over all processes. */
export interface BudgetState {
  readonly windows: Readonly<Partial<Record<Resource, BudgetWindow>>>;
  readonly leases: readonly Lease[];
  readonly points: readonly PointsTaken[];
  readonly lanes: readonly Lanes[];
  /** When content was created, or will be by who holds the slot; the last hour, in order. */
  readonly content: readonly number[];
  /** GitHub refused the installation as a whole until then. */
  readonly blockedUntil: number;
  /** Refusals in a row that said no time. */
  readonly strikes: number;
}

export const emptyBudget: BudgetState = { windows: {}, leases: [], points: [], lanes: [], content: [], blockedUntil: 0, strikes: 0 };

const emptyWindow: BudgetWindow = { limit: null, unlimited: false, spent: 0, resetAt: null, blockedUntil: 0, countedAt: 0 };

/** The window of a resource as it stands now: after its reset it begins anew, with the limit that is known. */
export function windowAt(state: BudgetState, resource: Resource, now: number): BudgetWindow {
  const window = state.windows[resource] ?? emptyWindow;
  return window.resetAt !== null && now >= window.resetAt ? { ...window, spent: 0, resetAt: null } : window;
}

/** The state without what has expired. */
export function pruned(state: BudgetState, now: number): BudgetState {
  return {
    ...state,
    leases: state.leases.filter(({ expiresAt }) => expiresAt > now),
    points: state.points.filter(({ until }) => until > now),
    lanes: state.lanes.filter(({ expiresAt }) => expiresAt > now),
    content: state.content.filter((at) => at > now - 3_600_000),
  };
}

/** Requests that processes hold and may have made already. */
export function leasedOf(state: BudgetState, resource: Resource): number {
  return state.leases.reduce((sum, lease) => sum + (lease.resource === resource ? lease.requests : 0), 0);
}
