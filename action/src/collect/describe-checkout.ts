import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Job } from '../read-job.ts';

const run = promisify(execFile);

export interface Checkout {
  readonly testedSha: string | null;
  readonly testedTree: string | null;
  readonly baseSha: string | null;
}

/**
 * What was checked out and tested: commit, tree and base. In a `pull_request` run that is GitHub's merge commit, whose
 * first parent is the base that was tested. Nothing is known without git; the evidence is then judged by its run's head.
 */
export async function describeCheckout(job: Job): Promise<Checkout> {
  try {
    const { stdout: sha } = await run('git', ['rev-parse', 'HEAD'], { cwd: job.workspace });
    // The commit itself still names its parents where a shallow clone has cut them off.
    const { stdout: commit } = await run('git', ['cat-file', '-p', 'HEAD'], { cwd: job.workspace });
    const [head = ''] = commit.split('\n\n', 1);
    const named = (word: string) => [...head.matchAll(new RegExp(`^${word} ([0-9a-f]+)$`, 'gm'))].flatMap(([, id]) => id ?? []);
    const parents = named('parent');
    return {
      testedSha: sha.trim(),
      testedTree: named('tree')[0] ?? null,
      baseSha: (parents.length === 2 ? parents[0] : undefined) ?? job.event.pull_request?.base.sha ?? null,
    };
  } catch {
    return { testedSha: null, testedTree: null, baseSha: job.event.pull_request?.base.sha ?? null };
  }
}
