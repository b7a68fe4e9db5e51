import type { Artifact, WorkflowRun } from '../artifacts/evidence-artifacts.ts';
import { workflowPath } from '../artifacts/evidence-artifacts.ts';
import type { KeptReads } from './kept-reads.ts';
import type { LookWorldInput } from './look-world-input.ts';
import type { Look, LookedRun } from './look.ts';
import type { WantedRuns, World } from './world.ts';

/** A completed run as REST told of it, and what a look saw of it then. */
interface KeptRun {
  readonly seen: string;
  readonly run: WorkflowRun;
}

/** The uploads of a completed run, and whether they were listed long enough after its end. */
interface KeptUploads {
  readonly listed: readonly Artifact[];
  readonly late: boolean;
}

/** By then GitHub lists all that a run has uploaded. No figure of GitHub's: a list made earlier is made once more after it. */
const settledAfter = 10 * 60_000;

/**
 * Workflow runs and their uploads. GraphQL tells of each run but for its attempt, so that a completed one is read by REST
 * once; as long as a look sees it as it was then, neither it nor its uploads are asked for again.
 */
export function lookedRuns(input: LookWorldInput): Pick<World, 'runs' | 'uploads'> {
  const { look, kept, rest } = input;
  const seen = look.suites?.value.runs ?? null;
  return {
    async runs(sha, wanted) {
      if (!seen || look.head?.value.sha !== sha) return rest.runs(sha, wanted);
      if (seen.length === 0) return (await isProven(input)) ? [] : proven(input, await rest.runs(sha, wanted));
      const known = await Promise.all(seen.map((run) => knownRun({ run, wanted, look, kept })));
      const runs = known.filter((run) => run !== null);
      if (runs.length === seen.length) return runs.toSorted((a, b) => b.id - a.id);
      const listed = await proven(input, await rest.runs(sha, wanted));
      for (const run of listed) {
        const same = seen.find(({ id }) => id === run.id);
        if (same && isOver(run) && isAlike(same, run)) await kept.put('run', String(run.id), { seen: signOf(same), run } satisfies KeptRun);
      }
      return listed;
    },
    async uploads(run, prefix) {
      const same = seen?.find(({ id }) => id === run.id);
      if (!same || !isOver(run)) return rest.uploads(run, prefix);
      const key = `${run.id} ${signOf(same)} ${prefix}`;
      const known = (await kept.get('uploads', key)) as KeptUploads | null;
      if (known && (known.late || !isLate(same, input.now)))
        return known.listed.map((artifact) => ({ ...artifact, expired: artifact.expired || isPast(artifact.expires_at, input.now) }));
      const listed = await rest.uploads(run, prefix);
      if (isAlike(same, run)) await kept.put('uploads', key, { listed, late: isLate(same, input.now) } satisfies KeptUploads);
      return listed;
    },
  };
}

/** That no run is seen proves nothing where runs may not be read, so that REST has to have listed some, or none, once a day. */
async function isProven({ kept, now }: LookWorldInput): Promise<boolean> {
  return (await kept.get('run', allowedKey)) === now.slice(0, 10);
}

async function proven<T>({ kept, now }: LookWorldInput, listed: T): Promise<T> {
  await kept.put('run', allowedKey, now.slice(0, 10));
  return listed;
}

const allowedKey = 'listed on';

interface OneRun {
  readonly run: LookedRun;
  readonly wanted: WantedRuns;
  readonly look: Look;
  readonly kept: KeptReads;
}

/** The run as it was kept; one that nothing needs to be known of but that it is there; or one in its first attempt. */
async function knownRun({ run, wanted, look, kept }: OneRun): Promise<WorkflowRun | null> {
  const known = (await kept.get('run', String(run.id))) as KeptRun | null;
  if (known?.seen === signOf(run)) return known.run;
  if (wanted.actors || run.waits) return null;
  const isIdle = run.status === 'completed' && !wanted.expected(workflowPath(run));
  const isFirst = run.status !== 'completed' && run.status !== 'waiting' && !run.again && known === null;
  return isIdle || isFirst ? toRun(run, look) : null;
}

/** In its first attempt a run started when it was made. */
function toRun(run: LookedRun, { head, repository }: Look): WorkflowRun {
  return {
    id: run.id,
    path: run.path,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    head_sha: head?.value.sha ?? '',
    head_branch: run.headBranch,
    run_attempt: 1,
    run_started_at: run.createdAt,
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    repository: { id: repository.id },
    actor: null,
  };
}

/** Whatever differs between two attempts, or while one is under way. */
function signOf({ updatedAt, status, conclusion, checks }: LookedRun): string {
  return [updatedAt, status, conclusion ?? '', checks].join('|');
}

/** GitHub's two ways of telling need not be equally up to date: what they do not agree on is not kept. */
function isAlike(seen: LookedRun, run: WorkflowRun): boolean {
  return seen.status === run.status && seen.conclusion === run.conclusion && Date.parse(seen.updatedAt) === Date.parse(run.updated_at);
}

function isLate({ updatedAt }: LookedRun, now: string): boolean {
  return Date.parse(now) >= Date.parse(updatedAt) + settledAfter;
}

function isOver({ status }: WorkflowRun): boolean {
  return status === 'completed';
}

function isPast(time: string | null, now: string): boolean {
  return time !== null && Date.parse(time) <= Date.parse(now);
}
