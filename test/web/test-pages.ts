import { Hono } from 'hono';
import type { Access } from '../../src/web/access/access.ts';
import type { SignIn } from '../../src/web/access/sign-in.ts';
import type { WebRepository } from '../../src/web/access/web-repository.ts';
import { mountPages } from '../../src/web/mount-pages.ts';
import type { WebPorts } from '../../src/web/web-ports.ts';

export const hidden: WebRepository = { id: 1, owner: 'acme', name: 'scoring', installation: 7 };
export const shown: WebRepository = { id: 2, owner: 'acme', name: 'open', installation: 7 };

/** Sessions are names: `cookie: __Host-sprintgate=ana`. */
export const namesAsSessions: SignIn = {
  seconds: 3_600,
  begin: () => ({ url: 'https://github.example/login/oauth/authorize', keepsake: 'kept' }),
  finish: async () => null,
  viewer: async (cookie) => (/^[a-z]+$/.test(cookie) ? { kind: 'person', id: cookie.length, login: cookie, session: cookie } : null),
  formToken: (session) => `form-of-${session}`,
  signOut: async () => undefined,
  forget: async () => undefined,
};

/** `ana` reads everything, everybody who is signed in reads what is `open`. */
const namesAsRights: Access = {
  mayRead: async (viewer, { name }) => viewer.kind === 'rehearser' || (viewer.kind === 'person' && (viewer.login === 'ana' || name === 'open')),
  readable: async (viewer, repositories) => {
    const may = await Promise.all(repositories.map((repository) => namesAsRights.mayRead(viewer, repository)));
    return repositories.filter((_, n) => may[n]);
  },
};

/** What the pages of a repository read where nothing is kept. */
export const noRepositories: WebPorts['repositories'] = {
  policy: async () => null,
  queue: async () => ({ waiting: 0, active: 0, later: 0, oldest: 0, dead: [] }),
  decisions: async () => [],
  log: async () => [],
  releases: async () => [],
  bundle: async () => ({ problem: 'it was not judged as a release' }),
  githubUrl: 'https://github.example',
};

/** Ports of values, for pages that are asked in this process. */
export function testPorts(given: Partial<WebPorts> = {}): WebPorts {
  const repositories = [hidden, shown];
  return {
    now: () => '2027-03-01T12:00:00Z',
    log: { error: () => undefined },
    baseUrl: 'https://gate.example',
    databaseAnswers: async () => true,
    access: namesAsRights,
    signIn: namesAsSessions,
    findRepository: async (owner, name) => repositories.find((each) => each.owner === owner.toLowerCase() && each.name === name.toLowerCase()) ?? null,
    standing: async () => null,
    days: async () => [],
    repositories: noRepositories,
    playbooks: { find: async () => null },
    portfolio: { repositories: async () => repositories, standings: async () => [], trends: async () => new Map() },
    pulls: {
      history: async () => ({ lines: [], more: false }),
      explained: async () => null,
      suppose: async () => ({ not: { why: 'gone' } }),
      ledgerHead: async () => null,
      isKnown: async () => false,
    },
    badges: { isPublic: async ({ name }) => name === 'open', tokenFits: (_, token) => token === 'the-token' },
    ...given,
  };
}

/** All pages on these ports. */
export function testPages(given: Partial<WebPorts> = {}): Hono {
  const routes = new Hono();
  mountPages(routes, testPorts(given));
  return routes;
}

/** Headers of a request in somebody's name. */
export function as(name: string): { cookie: string } {
  return { cookie: `__Host-sprintgate=${name}` };
}
