/** A rule of a ruleset, as GitHub's REST API and its import have it. */
export interface RulesetRule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A ruleset as it is sent to GitHub, and as GitHub's import takes it. */
export interface Ruleset {
  readonly name: string;
  readonly target: 'branch';
  readonly enforcement: 'active' | 'disabled' | 'evaluate';
  readonly conditions: {
    readonly ref_name: { readonly include: readonly string[]; readonly exclude: readonly string[] };
    /** Of an organisation's ruleset: the repositories that it holds for. */
    readonly repository_name?: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  };
  readonly rules: readonly RulesetRule[];
  /** Who may go past it. Absent where the reader may not know. */
  readonly bypass_actors?: readonly Readonly<Record<string, unknown>>[];
}

/** Ours is found again by its name. */
export const rulesetName = 'Sprintgate';
