/** A config that could be used: its text, and the commit it was read at. */
export interface GoodConfig {
  readonly file: string;
  readonly text: string;
  readonly commit: string;
}
