/** A check that GitHub waits for before it merges into a branch. */
export interface Requirement {
  readonly context: string;
  /** Whose check counts; null: anybody's. */
  readonly appId: number | null;
}

/** What GitHub asks for on one branch. */
export interface BranchRules {
  readonly branch: string;
  readonly required: readonly Requirement[];
  readonly mergeQueue: boolean;
  /** True where the older branch protection is on as well: of both the stricter counts. */
  readonly classic: boolean;
}

/** Why a blocking gate does not truly block. */
export interface UnenforcedGate {
  readonly branch: string;
  readonly check: string;
  readonly why: 'not-required' | 'from-anybody' | 'from-another-app';
}

/** The blocking gates that GitHub does not wait for, or not from us. A check that anybody may set protects nothing. */
export function unenforcedGates(input: {
  readonly checks: readonly string[];
  readonly appId: number;
  readonly branches: readonly BranchRules[];
}): UnenforcedGate[] {
  return input.branches.flatMap(({ branch, required }) =>
    input.checks.flatMap((check) => {
      const why = reason(
        required.filter(({ context }) => context === check),
        input.appId,
      );
      return why ? [{ branch, check, why }] : [];
    }),
  );
}

/** Rules add up, so one that names us is enough. */
function reason(required: readonly Requirement[], appId: number): UnenforcedGate['why'] | null {
  if (required.length === 0) return 'not-required';
  if (required.some((each) => each.appId === appId)) return null;
  return required.some((each) => each.appId === null) ? 'from-anybody' : 'from-another-app';
}
