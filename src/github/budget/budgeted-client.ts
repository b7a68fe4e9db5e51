import type { Octokit } from '@octokit/rest';
import type { Budget } from './create-budget.ts';

/** Has every request of an Octokit, pages and GraphQL included, ask the budget before it goes. */
export function budgetedClient(octokit: Pick<Octokit, 'hook'>, budget: Budget | Promise<Budget>, installation: number): void {
  octokit.hook.wrap('request', async (send, options) => (await budget).run(installation, options, async () => send(options)));
}
