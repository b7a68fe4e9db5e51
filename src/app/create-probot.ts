import type { Logger } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import { nameApiVersion } from '../github/client.ts';
import { isLoopback } from './is-loopback.ts';
import type { Environment } from './read-environment.ts';

/** Probot for its keys, tokens and handlers. Its own server is not used: it answers before anything is stored. */
export async function createProbot(environment: Environment, log: Logger): Promise<Probot> {
  const probot = new Probot({
    appId: environment.appId,
    privateKey: environment.privateKey,
    secret: environment.webhookSecret,
    baseUrl: environment.githubApiUrl,
    log,
    Octokit: (isLoopback(environment.githubApiUrl) ? withoutLimits() : ProbotOctokit).plugin(versioned),
  });
  return probot.ready();
}

/** Every request names the API version. A plugin answers what it adds to the client: nothing. */
function versioned(octokit: Parameters<typeof nameApiVersion>[0]): Record<string, never> {
  nameApiVersion(octokit);
  return {};
}

/**
 * On loopback there is no GitHub to spare: no second between writes, and failures go to the job queue at once.
 * Only the function form reaches the throttling plugin: Probot overwrites an options object.
 */
function withoutLimits(): typeof ProbotOctokit {
  return ProbotOctokit.defaults((options: Record<string, unknown>) => ({
    ...options,
    throttle: { ...(typeof options['throttle'] === 'object' ? options['throttle'] : {}), enabled: false },
    retry: { enabled: false },
  }));
}
