import { Probot, ProbotOctokit } from 'probot';
import { isLoopback } from './is-loopback.ts';
import type { Environment } from './read-environment.ts';

/** Probot for its keys, tokens and handlers. Its own server is not used: it answers before anything is stored. */
export async function createProbot(environment: Environment): Promise<Probot> {
  const probot = new Probot({
    appId: environment.appId,
    privateKey: environment.privateKey,
    secret: environment.webhookSecret,
    baseUrl: environment.githubApiUrl,
    logLevel: environment.logLevel,
    logFormat: 'json',
    Octokit: isLoopback(environment.githubApiUrl) ? withoutLimits() : ProbotOctokit,
  });
  return probot.ready();
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
