import type { Logger } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import { budgetedClient } from '../github/budget/budgeted-client.ts';
import type { Budget } from '../github/budget/create-budget.ts';
import { nameApiVersion } from '../github/client.ts';
import { wholeAnswers } from '../github/whole-answers.ts';
import type { Environment } from './settings/environment.ts';

/**
 * Probot for its keys, tokens and handlers. Its own server is not used: it answers before anything is stored. Every request waits for
 * the budget, which needs the database and may come later.
 */
export async function createProbot(environment: Environment, log: Logger, budget: Promise<Budget>): Promise<Probot> {
  const probot = new Probot({
    appId: environment.appId,
    privateKey: environment.privateKey,
    secret: environment.webhookSecret,
    baseUrl: environment.githubApiUrl,
    log,
    Octokit: withoutLimits().plugin(versioned, whole).plugin(budgeted(budget)),
  });
  return probot.ready();
}

/** Every request names the API version. A plugin answers what it adds to the client: nothing. */
function versioned(octokit: Parameters<typeof nameApiVersion>[0]): Record<string, never> {
  nameApiVersion(octokit);
  return {};
}

/** Half an answer is none. */
function whole(octokit: Parameters<typeof wholeAnswers>[0]): Record<string, never> {
  wholeAnswers(octokit);
  return {};
}

/** A client of an installation has its number; the app's own is counted under 0. */
function budgeted(
  budget: Promise<Budget>,
): (octokit: Parameters<typeof budgetedClient>[0], options: { readonly auth?: { readonly installationId?: unknown } }) => Record<string, never> {
  return (octokit, { auth }) => {
    budgetedClient(octokit, budget, Number(auth?.installationId ?? 0));
    return {};
  };
}

/**
 * The budget is the one place that spaces and repeats requests. Octokit's throttling knows one process alone, and its retries send
 * what may have worked already. Only the function form reaches the throttling plugin: Probot overwrites an options object.
 */
function withoutLimits(): typeof ProbotOctokit {
  return ProbotOctokit.defaults((options: Record<string, unknown>) => ({
    ...options,
    throttle: { ...(typeof options['throttle'] === 'object' ? options['throttle'] : {}), enabled: false },
    retry: { enabled: false },
  }));
}
