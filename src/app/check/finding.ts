/** One line of what `serve --check` found: what was looked at, how it stands, and what to do where that is not well. */
export interface Finding {
  readonly about: string;
  /** `note`: it works, and an operator should know. */
  readonly state: 'good' | 'note' | 'bad';
  readonly says: string;
}
