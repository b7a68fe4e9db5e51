/** A key that was given up. */
export interface DeadLetter {
  readonly key: string;
  /** Why, in one line, without secrets. */
  readonly reason: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** ISO time when it was first asked for. */
  readonly since: string;
  /** ISO time when it was given up. */
  readonly at: string;
  /** ISO time when a later look succeeded, or an operator asked for one; null while it stands. */
  readonly resolvedAt: string | null;
}
