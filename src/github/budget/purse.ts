import type { Resource } from '../../core/budget/budget-limits.ts';
import type { Told } from '../../core/budget/return-lease.ts';

/** What a process holds of a lease, and what it has used of it. */
export interface Purse {
  lease: string | null;
  requests: number;
  points: number;
  used: number;
  usedPoints: number;
  /** No request begins on it from then on. */
  goodUntil: number;
  /** One refill at a time: whoever else needs one waits for it. */
  refilling: Promise<void> | null;
}

/** An installation as one process sees it. */
export interface Account {
  readonly installation: number;
  readonly purses: Map<string, Purse>;
  /** What GitHub told last, and when by this process's clock. */
  readonly told: Map<Resource, { readonly said: Told; readonly at: number }>;
  /** The limits that GitHub told last; null where it has none. */
  readonly limits: Map<Resource, number | null>;
  readonly blockedUntil: Map<Resource | 'all', number>;
  /** Requests at once that this process may make. */
  lanes: number;
  inFlight: number;
  /** Those who wait for a lane, by rank. */
  readonly waiting: { readonly rank: number; readonly go: () => void }[];
  idle: NodeJS.Timeout | null;
}

export function emptyPurse(): Purse {
  return { lease: null, requests: 0, points: 0, used: 0, usedPoints: 0, goodUntil: 0, refilling: null };
}

export function openAccount(installation: number): Account {
  return { installation, purses: new Map(), told: new Map(), limits: new Map(), blockedUntil: new Map(), lanes: 0, inFlight: 0, waiting: [], idle: null };
}
