import type { Octokit } from '@octokit/rest';
import type { Budget } from './create-budget.ts';

// An installation's token is asked for inside the first request that needs it, by the app and at its own cost: were it to wait
// for a lane, all lanes could be held by requests that wait for the token.
const tokenPath = /\/app\/installations\/[^/]+\/access_tokens$/;

/** Has every request of an Octokit, pages and GraphQL included, ask the budget before it goes. */
export function budgetedClient(octokit: Pick<Octokit, 'hook'>, budget: Budget | Promise<Budget>, installation: number): void {
  octokit.hook.wrap('request', async (send, options) => {
    if (tokenPath.test(options.url)) return send(options);
    return (await budget).run(installation, options, async () => send(options));
  });
}
