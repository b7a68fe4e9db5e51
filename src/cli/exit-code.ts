/** What a command ends with: 0 good, 1 the gate or the validation failed, 2 wrong use or it could not run. */
export type ExitCode = 0 | 1 | 2;
