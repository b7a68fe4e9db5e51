import { statusOf } from '../client.ts';

/** What GitHub answers, or null where the plan has no rulesets: private repositories on GitHub Free answer 403 with this sentence. */
export async function ifOnThePlan<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isOffThePlan(error)) return null;
    throw error;
  }
}

/** Whether GitHub refused because the plan lacks it. */
export function isOffThePlan(error: unknown): boolean {
  return statusOf(error) === 403 && /upgrade to github/i.test(String(error));
}
