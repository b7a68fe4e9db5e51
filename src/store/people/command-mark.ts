/** What makes a command the same one: an edited comment has another body hash. */
export interface CommandMark {
  readonly repository: number;
  readonly commentId: number;
  readonly bodyHash: string;
  readonly line: number;
}
