import type { SeedAuthor } from '../core/backlog/seed-snapshot.ts';
import { type GitHub, statusOf } from './client.ts';

/** The login under which jobs write with their own token. */
export const actionsLogin = 'github-actions[bot]';

/** Who a token writes as: its user, or the bot of its app, which may ask for itself by GraphQL alone. */
export async function readSelf(github: GitHub): Promise<SeedAuthor> {
  try {
    const { data } = await github.rest.users.getAuthenticated();
    return { login: data.login, id: data.id };
  } catch (error) {
    if (statusOf(error) !== 403) throw error;
    return { login: await readBotLogin(github), id: null };
  }
}

/** A job's own token is by far the most likely where nobody answers. */
async function readBotLogin(github: GitHub): Promise<string> {
  try {
    const { viewer } = await github.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    // GraphQL leaves the suffix of a bot's login out in most places.
    return `${viewer.login.replace(/\[bot\]$/, '')}[bot]`;
  } catch {
    return actionsLogin;
  }
}
