/** A report cannot be read: what is wrong and, where it is known, in which line. Caught by `readReport`, never beyond it. */
export class ReportProblem extends Error {
  override readonly name = 'ReportProblem';
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}
