import { networkOf, ownerOf } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderUser } from './account.ts';
import { nodeId } from './node-id.ts';

const links: Readonly<Record<string, string>> = {
  forks_url: '/forks',
  keys_url: '/keys{/key_id}',
  collaborators_url: '/collaborators{/collaborator}',
  teams_url: '/teams',
  hooks_url: '/hooks',
  issue_events_url: '/issues/events{/number}',
  events_url: '/events',
  assignees_url: '/assignees{/user}',
  branches_url: '/branches{/branch}',
  tags_url: '/tags',
  blobs_url: '/git/blobs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  git_refs_url: '/git/refs{/sha}',
  trees_url: '/git/trees{/sha}',
  statuses_url: '/statuses/{sha}',
  languages_url: '/languages',
  stargazers_url: '/stargazers',
  contributors_url: '/contributors',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  commits_url: '/commits{/sha}',
  git_commits_url: '/git/commits{/sha}',
  comments_url: '/comments{/number}',
  issue_comment_url: '/issues/comments{/number}',
  contents_url: '/contents/{+path}',
  compare_url: '/compare/{base}...{head}',
  merges_url: '/merges',
  archive_url: '/{archive_format}{/ref}',
  downloads_url: '/downloads',
  issues_url: '/issues{/number}',
  pulls_url: '/pulls{/number}',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  labels_url: '/labels{/name}',
  releases_url: '/releases{/id}',
  deployments_url: '/deployments',
};

export function repositoryApiUrl(world: World, repository: Repository): string {
  return `${world.urls.api}/repos/${ownerOf(world, repository).login}/${repository.name}`;
}

export function repositoryHtmlUrl(world: World, repository: Repository): string {
  return `${world.urls.html}/${ownerOf(world, repository).login}/${repository.name}`;
}

export function renderMinimalRepository(world: World, repository: Repository): Json {
  const url = repositoryApiUrl(world, repository);
  const owner = ownerOf(world, repository);
  const urls = Object.fromEntries(Object.entries(links).map(([key, path]) => [key, url + path]));
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: `${owner.login}/${repository.name}`,
    private: repository.private,
    owner: renderUser(world, owner),
    html_url: repositoryHtmlUrl(world, repository),
    description: repository.description,
    fork: repository.forkOf !== null,
    url,
    ...urls,
  };
}

function openIssues(repository: Repository): number {
  return [...repository.issues.values()].filter((issue) => issue.state === 'open').length;
}

export function renderRepository(world: World, repository: Repository): Json {
  const html = repositoryHtmlUrl(world, repository);
  const open = openIssues(repository);
  return {
    ...renderMinimalRepository(world, repository),
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    git_url: `${html}.git`,
    ssh_url: `${html}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: repository.refs.size,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: repository.hasIssues,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: forkCount(world, repository),
    mirror_url: null,
    archived: repository.archived,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: repository.topics,
    visibility: repository.private ? 'private' : 'public',
    forks: forkCount(world, repository),
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

function forkCount(world: World, repository: Repository): number {
  return networkOf(world, repository).filter((candidate) => candidate.forkOf === repository.id).length;
}

export function renderFullRepository(world: World, repository: Repository): Json {
  const owner = ownerOf(world, repository);
  const parent = repository.forkOf === null ? undefined : world.repositories.get(repository.forkOf);
  return {
    ...renderRepository(world, repository),
    network_count: 0,
    subscribers_count: 0,
    ...(owner.type === 'Organization' ? { organization: renderUser(world, owner) } : {}),
    ...(parent === undefined ? {} : { parent: renderRepository(world, parent), source: renderRepository(world, parent) }),
  };
}
