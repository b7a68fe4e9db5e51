import type { Role } from '../records/account.ts';
import { atLeast } from '../records/role.ts';
import type { Json } from '../records/world.ts';

/** The old words `pull` and `push` for read and write, which teams and collaborators still show. */
export function pullPermission(role: Role): string {
  if (role === 'read') return 'pull';
  return role === 'write' ? 'push' : role;
}

export function renderRolePermissions(role: Role): Json {
  return {
    pull: atLeast(role, 'read'),
    triage: atLeast(role, 'triage'),
    push: atLeast(role, 'write'),
    maintain: atLeast(role, 'maintain'),
    admin: role === 'admin',
  };
}
