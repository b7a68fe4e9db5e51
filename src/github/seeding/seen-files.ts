import type { World } from '../look/world.ts';
import type { SeedLook } from './read-seed-look.ts';

/** The configurations that a look has told, for reading the policy; what it was not told is read. */
export function seenFiles({ config, organisation }: SeedLook): Partial<Pick<World, 'config' | 'organisationConfig'>> {
  return { ...(config ? { config: async () => config.value } : {}), ...(organisation ? { organisationConfig: async () => organisation.value } : {}) };
}
