import { statusOf } from './client.ts';

/** What GitHub answers, or null for what was deleted (410, and 404 where it does not say so). Everything else is thrown. */
export async function orNullIfGone<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 || status === 410) return null;
    throw error;
  }
}
