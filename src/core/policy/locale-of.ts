import type { Locale } from '../playbook/text-schema.ts';
import type { PolicyState } from './policy.ts';

/** The language in which a repository is spoken to; English where its configuration could not be read. */
export function localeOf(state: PolicyState | null): Locale {
  return state?.kind === 'in-force' ? state.policy.locale : state?.kind === 'broken' ? state.locale : 'en';
}
