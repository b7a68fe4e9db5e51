import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { startGitHub } from '../../../src/rehearsal/github/start-github.ts';
import type { EmbeddedGitHub, GitHubOptions } from '../../../src/rehearsal/github/start-github.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';

export interface Acme {
  readonly github: EmbeddedGitHub;
  readonly repository: Repository;
  /** The app, as its installation on `acme`. */
  readonly bot: Octokit;
  /** The app itself, by its signed token. */
  readonly appItself: Octokit;
  /** A person by personal token. */
  readonly as: (login: string) => Octokit;
  readonly at: { readonly owner: 'acme'; readonly repo: 'shop' };
}

export const at = { owner: 'acme', repo: 'shop' } as const;

/** Refusals are what many tests ask for; Octokit would print each. */
export const quiet = { debug() {}, info() {}, warn() {}, error() {} };

function client(github: EmbeddedGitHub, auth: string): Octokit {
  return new Octokit({ baseUrl: github.apiUrl, auth, log: quiet });
}

/** An organisation with an owner (ana), a writer (luis), a reader (eva), a team and one repository, and the app installed on all of it. */
export async function startAcme(options: GitHubOptions = {}): Promise<Acme> {
  const github = await startGitHub({ now: '2027-01-11T15:00:00Z', ...options });
  const { people } = github;
  people.addOrganisation('acme', { owners: ['ana'], members: ['luis'] });
  people.addUser('eva');
  const repository = people.createRepository({
    owner: 'acme',
    name: 'shop',
    files: { 'README.md': '# Shop\n', 'src/api/app.ts': 'export const a = 1;\nexport const b = 2;\n' },
  });
  people.grantRole({ repository, login: 'luis', role: 'write' });
  const installation = people.installApp({ account: 'acme' });
  const bot = new Octokit({
    baseUrl: github.apiUrl,
    authStrategy: createAppAuth,
    auth: { appId: github.app.id, privateKey: github.app.privateKeyPem, installationId: installation.id },
    log: quiet,
  });
  const appItself = new Octokit({
    baseUrl: github.apiUrl,
    authStrategy: createAppAuth,
    auth: { appId: github.app.id, privateKey: github.app.privateKeyPem },
    log: quiet,
  });
  return { github, repository, bot, appItself, as: (login) => client(github, `ghp_${login}`), at };
}
