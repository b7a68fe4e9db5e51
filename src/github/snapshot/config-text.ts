/** A configuration text with the version it came from. */
export interface ConfigText {
  readonly text: string;
  readonly sha: string;
  /** The own playbook that ruled with this version, where it is one that is remembered. */
  readonly playbook?: OwnPlaybookText;
}

/** The file of an own playbook, by its path in its repository. */
export interface OwnPlaybookText {
  readonly path: string;
  readonly text: string;
  readonly sha: string;
}
