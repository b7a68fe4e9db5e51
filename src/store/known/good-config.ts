/** A config that could be used: its text, and the commit it was read at. */
export interface GoodConfig {
  readonly file: string;
  readonly text: string;
  readonly commit: string;
  /** The repository's own playbook that ruled with it. */
  readonly playbook?: { readonly path: string; readonly text: string; readonly sha: string };
}
