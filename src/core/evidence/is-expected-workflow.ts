import picomatch from 'picomatch';

/** Whether evidence may come from a workflow: any where none is configured, else by path, glob or file name. */
export function isExpectedWorkflow(workflows: readonly string[], path: string): boolean {
  return workflows.length === 0 || workflows.some((workflow) => picomatch.isMatch(path, workflow, { dot: true }) || path.endsWith(`/${workflow}`));
}
