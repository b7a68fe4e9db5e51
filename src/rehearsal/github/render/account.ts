import type { Account, AppRecord, Installation, Team } from '../records/account.ts';
import { accountById, installedRepositories } from '../records/find.ts';
import type { Json, World } from '../records/world.ts';
import { nodeId } from './node-id.ts';

export function renderUser(world: World, account: Account): Json {
  const login = encodeURIComponent(account.login);
  const url = `${world.urls.api}/users/${login}`;
  const of = (name: string, rest = '') => `${url}/${name}${rest}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: `${world.urls.html}/avatars/${account.id}`,
    gravatar_id: '',
    url,
    html_url: `${world.urls.html}/${login}`,
    followers_url: of('followers'),
    following_url: of('following', '{/other_user}'),
    gists_url: of('gists', '{/gist_id}'),
    starred_url: of('starred', '{/owner}{/repo}'),
    subscriptions_url: of('subscriptions'),
    organizations_url: of('orgs'),
    repos_url: of('repos'),
    events_url: of('events', '{/privacy}'),
    received_events_url: of('received_events'),
    type: account.type,
    site_admin: false,
  };
}

export function renderUserById(world: World, id: number | null): Json | null {
  return id === null ? null : renderUser(world, accountById(world, id));
}

export function renderPublicUser(world: World, account: Account): Json {
  const repositories = [...world.repositories.values()].filter((repository) => repository.ownerId === account.id);
  return {
    ...renderUser(world, account),
    name: account.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: repositories.filter((repository) => !repository.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  };
}

export function renderOrganisation(world: World, account: Account): Json {
  const url = `${world.urls.api}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('Organization', account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${world.urls.html}/avatars/${account.id}`,
    description: null,
  };
}

export function renderFullOrganisation(world: World, account: Account): Json {
  return {
    ...renderOrganisation(world, account),
    name: account.name ?? account.login,
    html_url: `${world.urls.html}/${account.login}`,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: 'Organization',
    created_at: account.createdAt,
    updated_at: account.createdAt,
    archived_at: null,
  };
}

export function renderTeam(world: World, team: Team, permission = 'pull'): Json {
  const organisation = accountById(world, team.organisationId);
  const url = `${world.urls.api}/organizations/${organisation.id}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    url,
    html_url: `${world.urls.html}/orgs/${organisation.login}/teams/${team.slug}`,
    name: team.name,
    slug: team.slug,
    description: '',
    privacy: team.privacy,
    permission,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: organisation.id,
  };
}

export function renderTeamWithParent(world: World, team: Team, permission = 'pull'): Json {
  const parent = team.parentId === null ? undefined : world.teams.get(team.parentId);
  return { ...renderTeam(world, team, permission), parent: parent === undefined ? null : renderTeam(world, parent) };
}

export function renderApp(world: World, app: AppRecord): Json {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    client_id: app.clientId,
    owner: renderUser(world, accountById(world, app.ownerId)),
    name: app.name,
    description: null,
    external_url: `${world.urls.html}/apps/${app.slug}`,
    html_url: `${world.urls.html}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
  };
}

export function renderAppById(world: World, id: number | null): Json | null {
  const app = id === null ? undefined : world.apps.get(id);
  return app === undefined ? null : renderApp(world, app);
}

export function renderInstallation(world: World, installation: Installation): Json {
  const account = accountById(world, installation.accountId);
  const app = world.apps.get(installation.appId);
  return {
    id: installation.id,
    account: renderUser(world, account),
    repository_selection: installation.selection,
    access_tokens_url: `${world.urls.api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.urls.api}/installation/repositories`,
    html_url: `${world.urls.html}/settings/installations/${installation.id}`,
    app_id: installation.appId,
    app_slug: app?.slug ?? '',
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspendedAt,
  };
}

/** The short form of repositories in `installation` events. */
export function renderInstalledRepositories(world: World, installation: Installation): Json[] {
  const account = accountById(world, installation.accountId);
  return installedRepositories(world, installation).map((repository) => ({
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: `${account.login}/${repository.name}`,
    private: repository.private,
  }));
}
