/** What is wrong at a place in a document, and what to write instead. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
