import type { RoleProof } from './decision.ts';

export type HeldName = RoleProof['via'][number];

/** What GitHub said about one person and the names in one authority's rule. */
export interface AuthorityProof {
  readonly userId: number;
  readonly authority: string;
  /** Names of the rule that the person holds now. */
  readonly via: readonly HeldName[];
  /** Invited to the team but not an active member yet: does not count. */
  readonly invited: readonly HeldName[];
  /** Could not be asked, e.g. for want of a permission: never taken for held. */
  readonly unknown: readonly (HeldName & { readonly why: string })[];
  readonly checkedAt: string;
}

/** Why a name is unknown: there is no team of that name, so it was renamed or deleted. */
export const teamGone = '404: team';

/** Everybody who holds a name of an authority's rule, as far as it could be listed. */
export interface AuthorityHolders {
  readonly people: readonly { readonly id: number; readonly login: string; readonly via: readonly HeldName[] }[];
  /** False when a list could not be read: then nobody may conclude that nobody is left. */
  readonly complete: boolean;
}
