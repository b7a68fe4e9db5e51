import type { SeedAuthor } from '../core/backlog/seed-snapshot.ts';
import { type GitHub, statusOf } from '../github/client.ts';

/** Who the token writes as: its user, or the bot of GitHub Actions, whose token may not ask. */
export async function readSelf(github: GitHub): Promise<SeedAuthor> {
  try {
    const { data } = await github.rest.users.getAuthenticated();
    return { login: data.login, id: data.id };
  } catch (error) {
    if (statusOf(error) !== 403) throw error;
    return { login: 'github-actions[bot]', id: null };
  }
}
