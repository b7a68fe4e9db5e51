import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError } from '../../src/core/errors/input-error.ts';
import type { RepositoryName } from '../../src/github/client.ts';

const pull = z.object({ number: z.number() });

/** What is read of an event's payload; the rest of it differs by event and is left alone. */
const eventSchema = z.object({
  pull_request: pull
    .extend({ base: z.object({ sha: z.string() }), head: z.object({ sha: z.string(), repo: z.object({ id: z.number() }).nullish() }).optional() })
    .optional(),
  issue: pull.extend({ pull_request: z.object({}).optional() }).optional(),
  repository: z.object({ id: z.number(), default_branch: z.string().optional() }).optional(),
  workflow_run: z.object({ head_sha: z.string(), pull_requests: z.array(pull).nullish() }).optional(),
});

export type JobEvent = z.output<typeof eventSchema>;

/** Where the step runs: what GitHub Actions tells every job. */
export interface Job {
  readonly repository: RepositoryName;
  readonly apiUrl: string;
  readonly eventName: string;
  readonly event: JobEvent;
  readonly runId: number;
  readonly runAttempt: number;
  /** Null on servers that do not tell it. */
  readonly repositoryId: number | null;
  readonly sha: string | null;
  /** `refs/heads/main`; null where the event is about none. */
  readonly ref: string | null;
  readonly jobName: string;
  readonly workspace: string;
  readonly temporary: string;
}

/** Reads the job's surroundings from the variables and the event file that the runner sets. */
export async function readJob(environment: NodeJS.ProcessEnv): Promise<Job> {
  const need = (name: string) => {
    const value = environment[name];
    if (!value) throw new InputError(`${name} is not set; this runs as a step of GitHub Actions.`);
    return value;
  };
  const [owner = '', repo = ''] = need('GITHUB_REPOSITORY').split('/');
  const event = eventSchema.parse(JSON.parse(await readFile(need('GITHUB_EVENT_PATH'), 'utf8')));
  return {
    repository: { owner, repo },
    apiUrl: environment['GITHUB_API_URL'] || 'https://api.github.com',
    eventName: need('GITHUB_EVENT_NAME'),
    event,
    runId: Number(need('GITHUB_RUN_ID')),
    runAttempt: Number(environment['GITHUB_RUN_ATTEMPT'] || 1),
    repositoryId: Number(environment['GITHUB_REPOSITORY_ID'] || 0) || (event.repository?.id ?? null),
    sha: environment['GITHUB_SHA'] || null,
    ref: environment['GITHUB_REF'] || null,
    jobName: environment['GITHUB_JOB'] ?? '',
    workspace: need('GITHUB_WORKSPACE'),
    temporary: need('RUNNER_TEMP'),
  };
}
