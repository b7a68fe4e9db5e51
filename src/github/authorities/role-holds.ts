/** GitHub's own roles, weakest first. */
const ranks: readonly string[] = ['read', 'triage', 'write', 'maintain', 'admin'];

/**
 * Whether somebody's role is the wanted one or a higher one. A custom role has its own name, which counts as such; besides
 * it counts as the permission that it is built on.
 */
export function roleHolds(wanted: string, granted: { readonly roleName: string; readonly permission: string }): boolean {
  if (granted.roleName === wanted) return true;
  const rank = ranks.indexOf(wanted);
  if (rank < 0) return false;
  const own = ranks.includes(granted.roleName) ? granted.roleName : granted.permission;
  return ranks.indexOf(own) >= rank;
}
