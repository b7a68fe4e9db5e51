import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Policy } from '../../core/policy/policy.ts';

/** What the pages of a repository read besides how it stands. */
export interface RepositoryPorts {
  /** The policy of that digest with the words of a language; null where it is not kept. */
  readonly policy: (digest: string, locale: Locale) => Promise<Policy | null>;
  /** Where people reach GitHub, without a slash at its end, e.g. `https://github.com`. */
  readonly githubUrl: string;
}
