import type { Budget } from './create-budget.ts';

interface HookedClient {
  readonly hook: { readonly wrap: (name: 'request', around: (send: (options: never) => unknown, options: never) => Promise<unknown>) => void };
}

/** Has every request of an Octokit, pages and GraphQL included, ask the budget before it goes. */
export function budgetedClient(octokit: HookedClient, budget: Budget, installation: number): void {
  octokit.hook.wrap('request', (send, options) => budget.run(installation, options, async () => send(options)));
}
