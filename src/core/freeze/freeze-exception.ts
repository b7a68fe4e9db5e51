/** Whom an authority let through all the same. */
export interface FreezeException {
  readonly decision: string;
  readonly pull: number;
  readonly logins: readonly string[];
  readonly until: string;
  readonly reason: string;
}
