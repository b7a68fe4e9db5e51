import type { GitHub } from '../../github/client.ts';
import { findNamedRepository } from '../../store/known/find-named-repository.ts';
import { listRepositories } from '../../store/known/list-repositories.ts';
import type { KnownRepository } from '../../store/known/remember-repository.ts';
import { findStanding } from '../../store/standings/find-standing.ts';
import { listReadinessDays } from '../../store/standings/list-readiness-days.ts';
import { listStandingDays } from '../../store/standings/list-standing-days.ts';
import { listStandings } from '../../store/standings/list-standings.ts';
import type { Store } from '../../store/store.ts';
import { createSignIn } from '../../web/access/create-sign-in.ts';
import { githubAccess } from '../../web/access/github-access.ts';
import { openAccess } from '../../web/access/open-access.ts';
import { sessionKeys } from '../../web/access/session-keys.ts';
import { sessionTokens } from '../../web/access/session-tokens.ts';
import type { WebRepository } from '../../web/access/web-repository.ts';
import type { WebPorts } from '../../web/web-ports.ts';
import type { EngineLog } from '../../engine/engine-log.ts';
import { inTime } from '../in-time.ts';
import { badgePorts } from './badge-ports.ts';
import { pullPagePorts } from './pull/pull-page-ports.ts';
import type { PageSettings } from './page-settings.ts';
import { playbookPorts } from './playbook-ports.ts';
import { repositoryPorts } from './repository-ports.ts';

export interface PageParts {
  readonly store: Pick<Store, 'db' | 'withLock'>;
  readonly log: EngineLog;
  /** ISO time. */
  readonly now: () => string;
  readonly githubApiUrl: string;
  /** The App's, from which the tokens of badges follow. */
  readonly privateKey: string;
  /** The operator's own folder of playbooks, if there is one. */
  readonly playbooksDir: string | null;
  /** Settings of who signs bundles; empty: nobody. */
  readonly bundleSigner: Readonly<Record<string, string | undefined>>;
  /** GitHub as an installation of the app. */
  readonly installation: (id: number) => Promise<GitHub>;
}

/** How long (ms) the database has to show that it is there. */
const patience = 2_000;

/** What pages read, from the store and from GitHub. `settings` null: a rehearsal, in which nobody signs in. */
export function pagePorts(parts: PageParts, settings: PageSettings | null): WebPorts {
  const { store, log, now } = parts;
  const { db } = store;
  return {
    now,
    log,
    databaseAnswers: () =>
      inTime(db.query('select 1'), patience).then(
        () => true,
        () => false,
      ),
    ...(settings ? signedIn(parts, settings) : { access: openAccess, signIn: null, baseUrl: 'http://localhost' }),
    findRepository: async (owner, name) => installed(await findNamedRepository(db, owner, name)),
    standing: (repository) => findStanding(db, repository),
    days: (repository, from) => listStandingDays(db, repository, { from }),
    pulls: pullPagePorts(db),
    badges: badgePorts(parts),
    repositories: repositoryPorts(parts),
    playbooks: playbookPorts(parts.playbooksDir),
    portfolio: {
      repositories: async () => (await listRepositories(db)).flatMap((each) => installed(each) ?? []),
      standings: (repositories) => listStandings(db, repositories),
      trends: (repositories, from) => listReadinessDays(db, repositories, from),
    },
  };
}

function signedIn({ store, log, now, githubApiUrl: apiUrl }: PageParts, settings: PageSettings): Pick<WebPorts, 'access' | 'signIn' | 'baseUrl'> {
  const { clientId, clientSecret, baseUrl, sessionSecret, sessionHours } = settings;
  const { db, withLock } = store;
  const given = { client: { clientId, clientSecret, apiUrl }, keys: sessionKeys(sessionSecret), db, withLock, now };
  const tokens = sessionTokens(given);
  const onLeftover = (err: unknown) => log.warn({ err }, 'a token of somebody who signed out could not be revoked; it ends by itself');
  return { baseUrl, signIn: createSignIn({ ...given, tokens, baseUrl, hours: sessionHours, onLeftover }), access: githubAccess({ apiUrl, tokens, now }) };
}

function installed(repository: KnownRepository | null): WebRepository | null {
  return repository && repository.installation !== null ? { ...repository, installation: repository.installation } : null;
}
