import { readConfigSource } from './config-source.ts';
import type { ConfigLayer } from './policy.ts';
import { playbookReference } from './playbook-reference.ts';

/** The playbook that holds for a repository, and whose file names it. */
export interface NamedPlaybook {
  readonly reference: string;
  readonly layer: Exclude<ConfigLayer, 'playbook'>;
}

/** The repository's playbook, else the organisation's; the organisation's in any case where it locked it. Null where none is named. */
export function namedPlaybook(repository: string, organisation: string | null): NamedPlaybook | null {
  const ruled = organisation === null ? null : playbookReference(organisation);
  const own = organisation !== null && ruled !== null && locksPlaybook(organisation) ? null : playbookReference(repository);
  if (own !== null) return { reference: own, layer: 'repository' };
  return ruled === null ? null : { reference: ruled, layer: 'organisation' };
}

function locksPlaybook(organisation: string): boolean {
  try {
    const value: unknown = readConfigSource('', organisation).document?.toJS({ maxAliasCount: 50 });
    const locked: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'locked') : undefined;
    return Array.isArray(locked) && locked.includes('playbook');
  } catch {
    return false;
  }
}
