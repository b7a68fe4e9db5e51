/** A small change of the source, as Stryker's instrumenter names it. */
export interface Mutant {
  readonly id: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Lines and columns from 0. */
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
  readonly replacement: string;
}

/**
 * What became of a mutant. `static`: it runs while modules are loaded, before any test could choose it. `timeout`: with it
 * the tests never end, which somebody would notice.
 */
export type Fate = 'killed' | 'survived' | 'uncovered' | 'static' | 'timeout';

export interface Judged {
  readonly id: string;
  readonly fate: Fate;
}
