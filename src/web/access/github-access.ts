import type { GitHub } from '../../github/client.ts';
import { personClient, TokenRefusedError } from '../../github/sign-in/ask-as-person.ts';
import { listInstallations } from '../../github/sign-in/list-installations.ts';
import { listReadable } from '../../github/sign-in/list-readable.ts';
import { mayReadRepository } from '../../github/sign-in/may-read-repository.ts';
import type { Access } from './access.ts';
import { GitHubAwayError } from './github-away-error.ts';
import { SessionOverError } from './session-over-error.ts';
import type { SessionTokens } from './session-tokens.ts';
import { shortMemory } from './short-memory.ts';
import type { Person } from './viewer.ts';

export interface GitHubAccessOptions {
  readonly apiUrl: string;
  readonly tokens: SessionTokens;
  /** ISO time. */
  readonly now: () => string;
}

/** How long an answer of GitHub's holds, yes as well as no. */
const life = 60_000;

/** Who may look at what, asked of GitHub with the viewer's own token. */
export function githubAccess({ apiUrl, tokens, now }: GitHubAccessOptions): Access {
  const single = shortMemory<boolean>({ life, most: 20_000, now });
  const lists = shortMemory<ReadonlySet<number>>({ life, most: 1_000, now });
  const asking = <T>({ session }: Person, ask: (github: GitHub) => Promise<T>): Promise<T> =>
    orSay(async () => ask(personClient({ token: await tokens.fresh(session), apiUrl })));
  return {
    async mayRead(viewer, repository) {
      if (viewer.kind !== 'person') return false;
      const { id, owner, name } = repository;
      // One that we do not know has no number: by its name it is asked for anew, as each of the others is.
      const which = id === 0 ? `${owner}/${name}`.toLowerCase() : id;
      return single(`${viewer.session}/${which}`, () => asking(viewer, (github) => mayReadRepository(github, repository)));
    },
    async readable(viewer, repositories) {
      if (viewer.kind !== 'person') return [];
      const own = await lists(viewer.session, () => asking(viewer, listInstallations));
      const installations = [...new Set(repositories.map(({ installation }) => installation))].filter((id) => own.has(id));
      const listed = await Promise.all(
        installations.map(async (id) => [id, await lists(`${viewer.session}/${id}`, () => asking(viewer, (github) => listReadable(github, id)))] as const),
      );
      const byInstallation = new Map(listed);
      return repositories.filter(({ id, installation }) => byInstallation.get(installation)?.has(id) === true);
    },
  };
}

async function orSay<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof SessionOverError || cause instanceof GitHubAwayError) throw cause;
    if (cause instanceof TokenRefusedError) throw new SessionOverError('GitHub does not take the token', { cause });
    throw new GitHubAwayError('GitHub does not say who may read', { cause });
  }
}
