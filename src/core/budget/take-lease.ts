import type { BudgetLimits, Resource, WorkClass } from './budget-limits.ts';
import { type BudgetState, leasedOf, type Lanes, pruned, windowAt } from './budget-state.ts';
import { reservedOf } from './reserved-of.ts';

/** What a process asks for before a request. */
export interface BudgetAsk {
  readonly lease: string;
  /** The process. */
  readonly holder: string;
  readonly resource: Resource;
  readonly class: WorkClass;
  /** Points of the request that waits. */
  readonly points: number;
  /** Requests at once that the process would like to have in all. */
  readonly lanes: number;
}

export interface Granted {
  readonly kind: 'granted';
  readonly requests: number;
  readonly points: number;
  readonly lanes: number;
}

export interface PutOff {
  readonly kind: 'put-off';
  /** When to ask again. */
  readonly until: number;
}

/** Requests of one lease. So many may be lost sight of when a process is killed, until GitHub tells. */
const leaseSize = 20;
/** The same where GitHub refused lately: what others hold is what goes on after the next refusal, until they hear of it. */
const carefulSize = 5;
/** How long (ms) after a refusal is lately. */
const memory = 15 * 60_000;
/** Points of one lease: twenty reads and a few writes. */
const leasePoints = 40;
/** How long (ms) a process may begin requests on a lease; after that it is to return it. */
export const leaseLife = 5_000;
/** A lease that was not returned in twice its life belongs to a process that is gone. */
const leaseExpiry = 2 * leaseLife;
const laneExpiry = 60_000;
const minute = 60_000;

/** Who may go now, and how often without asking again; or when to ask again. */
export function takeLease(before: BudgetState, ask: BudgetAsk, { limits, now }: { limits: BudgetLimits; now: number }): [BudgetState, Granted | PutOff] {
  const state = pruned(before, now);
  const requests = requestsLeft(state, ask, { limits, now });
  if (typeof requests !== 'number') return [state, requests];
  const points = pointsLeft(state, ask, { limits, now });
  if (typeof points !== 'number') return [state, points];
  const lanes = lanesLeft(state, ask, limits);
  if (lanes < 1) return [state, { kind: 'put-off', until: now + 1_000 }];
  const grant: Granted = { kind: 'granted', requests, points, lanes };
  return [kept(state, { ask, grant, now }), grant];
}

interface At {
  readonly limits: BudgetLimits;
  readonly now: number;
}

function requestsLeft(state: BudgetState, ask: BudgetAsk, { limits, now }: At): number | PutOff {
  const window = windowAt(state, ask.resource, now);
  const blockedUntil = Math.max(state.blockedUntil, window.blockedUntil);
  if (blockedUntil > now) return { kind: 'put-off', until: blockedUntil };
  const size = blockedUntil > 0 && now - blockedUntil < memory ? carefulSize : leaseSize;
  if (window.unlimited) return size;
  const limit = window.limit ?? limits.assumed[ask.resource];
  const left = limit - reservedOf(limit, ask.class, limits) - window.spent - leasedOf(state, ask.resource);
  if (left >= 1) return Math.min(size, left);
  // What others hold may come back unused; what is spent comes back with the window.
  const leased = left + leasedOf(state, ask.resource) >= 1;
  return { kind: 'put-off', until: leased ? now + leaseLife : (window.resetAt ?? now + minute) };
}

function pointsLeft(state: BudgetState, ask: BudgetAsk, { limits, now }: At): number | PutOff {
  const graphql = ask.resource === 'graphql';
  const limit = graphql ? limits.graphqlPoints : limits.restPoints;
  if (limit === null) return Number.MAX_SAFE_INTEGER;
  const taken = state.points.filter((entry) => entry.graphql === graphql);
  const left = limit - reservedOf(limit, ask.class, limits) - taken.reduce((sum, { points }) => sum + points, 0);
  if (left >= ask.points) return Math.min(Math.max(leasePoints, ask.points), left);
  return { kind: 'put-off', until: Math.min(now + minute, ...taken.map(({ until }) => until)) };
}

/** Lanes are the process's for all of its work: its own queue lets a developer's requests go first. */
function lanesLeft(state: BudgetState, ask: BudgetAsk, { concurrency }: BudgetLimits): number {
  if (concurrency === null) return ask.lanes;
  const others = state.lanes.reduce((sum, lanes) => sum + (lanes.holder === ask.holder ? 0 : lanes.count), 0);
  return Math.min(ask.lanes, concurrency - others);
}

function kept(state: BudgetState, { ask, grant, now }: { ask: BudgetAsk; grant: Granted; now: number }): BudgetState {
  const { lease, resource, holder } = ask;
  const lanes: Lanes = { holder, count: grant.lanes, expiresAt: now + laneExpiry };
  // A request that begins in the last moment of its lease still counts a minute from then.
  const taken = { lease, graphql: resource === 'graphql', points: grant.points, until: now + leaseLife + minute };
  return {
    ...state,
    leases: [...state.leases, { id: lease, resource, class: ask.class, requests: grant.requests, expiresAt: now + leaseExpiry }],
    points: grant.points === Number.MAX_SAFE_INTEGER ? state.points : [...state.points, taken],
    lanes: [...state.lanes.filter((one) => one.holder !== holder), lanes],
  };
}
