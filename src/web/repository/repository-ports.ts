import type { Locale } from '../../core/playbook/text-schema.ts';
import type { RepositoryQueue } from '../../engine/repository-queue.ts';
import type { LedgerLine } from '../../store/ledger/list-newest.ts';
import type { WebRepository } from '../access/web-repository.ts';
import type { Decision } from '../../core/people/decision.ts';
import type { Policy } from '../../core/policy/policy.ts';

/** What the pages of a repository read besides how it stands. */
export interface RepositoryPorts {
  /** The policy of that digest with the words of a language; null where it is not kept. */
  readonly policy: (digest: string, locale: Locale) => Promise<Policy | null>;
  /** What Sprintgate has yet to do for it. */
  readonly queue: (repository: number) => Promise<RepositoryQueue>;
  /** What people decided there, oldest first. */
  readonly decisions: (repository: number) => Promise<readonly Decision[]>;
  /** Entries of its ledger before a number (null: from the last one on), the newest first. */
  readonly log: (repository: number, page: { readonly before: number | null; readonly limit: number }) => Promise<readonly LedgerLine[]>;
  /** Numbers of the pull requests that were recognised as releases. */
  readonly releases: (repository: number) => Promise<readonly number[]>;
  /** The auditor's bundle of a release, or why there is none. */
  readonly bundle: (
    repository: WebRepository,
    release: number,
  ) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | { readonly problem: string }>;
  /** Where people reach GitHub, without a slash at its end, e.g. `https://github.com`. */
  readonly githubUrl: string;
}
