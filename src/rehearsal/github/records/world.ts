import type { ObjectStore } from '../git/object-store.ts';
import type { Account, AppRecord, Installation, Membership, Team, Token } from './account.ts';
import type { Issue } from './issue.ts';
import type { Repository, Ruleset } from './repository.ts';

export type Json = Record<string, unknown>;

/** Something that happened, as the body of a webhook; rendered when it happens, not when it is sent. */
export interface WorldEvent {
  readonly event: string;
  readonly action: string | null;
  readonly repository: Repository | null;
  /** The account whose installations hear of it. */
  readonly accountId: number;
  readonly payload: Json;
  /** Only this app hears of it, e.g. `check_run.rerequested`. */
  readonly onlyAppId?: number;
  /** The installation, for events about installations themselves. */
  readonly installationId?: number;
}

/** All that the embedded GitHub knows. Plain maps: tests may look at everything, and change it through `state/`. */
export interface World {
  readonly urls: { api: string; html: string };
  /** The clock of the rehearsed world as an ISO time without milliseconds. */
  readonly now: () => string;
  readonly nextId: (kind: string) => number;
  readonly objects: ObjectStore;
  readonly accounts: Map<number, Account>;
  readonly organisations: Map<number, Map<number, Membership>>;
  readonly teams: Map<number, Team>;
  /** Rulesets of organisations by the organisation's id, then their own. */
  readonly organisationRulesets: Map<number, Map<number, Ruleset>>;
  readonly repositories: Map<number, Repository>;
  /** Issues and pull requests of all repositories by database id. */
  readonly issuesById: Map<number, { readonly repository: Repository; readonly issue: Issue }>;
  readonly apps: Map<number, AppRecord>;
  readonly installations: Map<number, Installation>;
  readonly tokens: Map<string, Token>;
  readonly emit: (event: WorldEvent) => void;
}
