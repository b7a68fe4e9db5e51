import { createHash, timingSafeEqual } from 'node:crypto';
import { badgeToken } from '../../core/badge/badge-token.ts';
import { type GitHub, statusOf } from '../../github/client.ts';
import type { BadgePorts } from '../../web/badge/badge-ports.ts';
import { GitHubAwayError } from '../../web/access/github-away-error.ts';
import { shortMemory } from '../../web/access/short-memory.ts';

interface Given {
  readonly privateKey: string;
  readonly now: () => string;
  readonly installation: (id: number) => Promise<GitHub>;
}

/** How long (ms) a repository is taken for public, or private, as it was: of who may look on a page, GitHub is asked each minute. */
const life = 300_000;

/** Whether a badge is shown: asked of GitHub as the app, and by the token that follows from the app's key. */
export function badgePorts({ privateKey, now, installation }: Given): BadgePorts {
  const known = shortMemory<boolean>({ life, most: 10_000, now });
  return {
    isPublic: (repository) =>
      known(String(repository.id), async () => {
        try {
          const github = await installation(repository.installation);
          const { data } = await github.rest.repos.get({ owner: repository.owner, repo: repository.name });
          return data.id === repository.id && !data.private;
        } catch (cause) {
          const status = statusOf(cause);
          if (status === 404 || status === 451) return false;
          throw new GitHubAwayError('GitHub does not say whether the repository is public', { cause });
        }
      }),
    tokenFits: ({ id }, token) => timingSafeEqual(digest(badgeToken(privateKey, id)), digest(token)),
  };
}

/** Of one length, whatever somebody sends. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
