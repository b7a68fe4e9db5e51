import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The files that git knows in the workspace; null where there is no git, or no checkout. */
export async function repositoryFiles(workspace: string): Promise<readonly string[] | null> {
  try {
    const { stdout } = await run('git', ['ls-files', '-z', '--cached'], { cwd: workspace, maxBuffer: 256 << 20 });
    return stdout.split('\0').filter((path) => path !== '');
  } catch {
    return null;
  }
}
