/** One change of the tables. Once released it is never edited; a change is a new one, with a name that sorts last. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}
