/** Files by path. */
export type Files = Readonly<Record<string, string>>;

/** What one pull request of the rehearsal brings: its files, and what the tools reported on the result. */
export interface Change {
  readonly files: Files;
  /** Reports by the path they have inside the uploaded artifact. */
  readonly reports: Files;
}

/** Everything the rehearsal plays with: a product, and three changes to it. */
export interface Material {
  readonly owner: string;
  readonly name: string;
  readonly description: string;
  /** The default branch before the configuration arrives. */
  readonly files: Files;
  /** Text of `.github/sprintgate.yml`. */
  readonly config: string;
  readonly workflow: string;
  /** Jobs of it, which are its checks; `test` alone where left out. */
  readonly jobs?: readonly string[];
  /** Coverage of one component below its floor, and the same with the tests it lacked; null where no component is configured. */
  readonly coverage: { readonly weak: Change; readonly fixed: Change } | null;
  /** Work that belongs to a later sprint. */
  readonly early: Change;
}
