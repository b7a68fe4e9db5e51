import { type ContentLimits, githubContentLimits } from '../backlog/content-limits.ts';

/** What GitHub counts apart from one another: each has an hourly limit of its own. */
export type Resource = 'core' | 'graphql' | 'search';

/** Whom a request keeps waiting: a developer, nobody (a sweep), or a seeding that takes an hour anyway. */
export type WorkClass = 'interactive' | 'sweep' | 'seeding';

/** Limits that GitHub documents, but tells in no header. Null switches one off. */
export interface BudgetLimits {
  /** Points a minute of REST requests: 1 for a read, 5 for a write. */
  readonly restPoints: number | null;
  /** Points a minute of GraphQL requests: 1 for a query, 5 for a mutation. */
  readonly graphqlPoints: number | null;
  /** Requests at the same time, REST and GraphQL together. */
  readonly concurrency: number | null;
  /** How fast seeding creates content. What people wait for has no distance to keep, and `forPeople` more an hour. */
  readonly content: (ContentLimits & { readonly forPeople: number }) | null;
  /** What of every limit a class leaves to those before it, in percent. */
  readonly reserve: Readonly<Record<WorkClass, number>>;
  /** Requests an hour before GitHub has told its limit; an installation has at least 5,000. */
  readonly assumed: Readonly<Record<Resource, number>>;
}

/**
 * As GitHub documents them ("Rate limits for the REST API", "Rate limits and query limits for the GraphQL API"). It counts REST
 * points by endpoint, but not which paths are one endpoint: all are counted as one. One percent is never used by anybody: what is on its way
 * while the last of an hour is given out.
 */
export const githubLimits: BudgetLimits = {
  restPoints: 900,
  graphqlPoints: 2000,
  concurrency: 100,
  content: { ...githubContentLimits, forPeople: 20 },
  reserve: { interactive: 1, sweep: 30, seeding: 50 },
  assumed: { core: 5000, graphql: 5000, search: 30 },
};

/** A server of one's own: what it tells in headers is kept, and nothing that it does not tell. */
export const toldLimits: BudgetLimits = { ...githubLimits, restPoints: null, graphqlPoints: null, concurrency: null, content: null };
