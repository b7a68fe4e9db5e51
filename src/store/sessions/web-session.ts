/** Somebody who is signed in to the pages. */
export interface WebSession {
  /** A digest of what their cookie says: who reads the table can use no session. */
  readonly id: string;
  readonly person: number;
  readonly login: string;
  /** Their tokens, sealed. */
  readonly sealed: string;
  /** ISO time at which it is over. */
  readonly endsAt: string;
}
