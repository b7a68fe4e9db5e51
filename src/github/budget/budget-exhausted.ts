/** A request has to wait for longer than a worker should be held. Nothing was done; ask again at `until` (ms of the epoch). */
export class BudgetExhausted extends Error {
  override readonly name = 'BudgetExhausted';
  readonly installation: number;
  readonly until: number;

  constructor(installation: number, until: number, options?: ErrorOptions) {
    super(`GitHub’s limits let installation ${installation} go on at ${new Date(until).toISOString()}`, options);
    this.installation = installation;
    this.until = until;
  }
}

/** The refusal by the budget that an error is, or that it came from; null for all else. */
export function exhaustionIn(error: unknown): BudgetExhausted | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof BudgetExhausted) return at;
  return null;
}
