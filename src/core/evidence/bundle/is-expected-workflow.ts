import { matchGlobs } from '../../globs/match-globs.ts';

/** Whether evidence may come from a workflow: any where none is configured, else by path, glob or file name. */
export function isExpectedWorkflow(workflows: readonly string[], path: string): boolean {
  return workflows.length === 0 || matchGlobs(workflows)(path) || workflows.some((workflow) => path.endsWith(`/${workflow}`));
}
