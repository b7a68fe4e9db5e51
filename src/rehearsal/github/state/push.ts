import { commitsBetween } from '../git/history.ts';
import { diffTrees } from '../git/diff-trees.ts';
import type { Commit } from '../git/object-store.ts';
import type { Actor } from '../records/account.ts';
import { installationFor, isPull, networkOf, ownerOf } from '../records/find.ts';
import type { PullIssue } from '../records/find.ts';
import type { ActivityType, Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderSimpleCommit } from '../render/commit.ts';
import { repositoryHtmlUrl } from '../render/repository.ts';
import { announce } from '../webhooks/announce.ts';
import { announceIssue } from '../webhooks/announce-issue.ts';
import { announceSuite, ensureSuite } from './checks.ts';
import { setIssueState } from './issues.ts';
import { recordTimeline } from './timeline.ts';

const none = '0'.repeat(40);

/** Moves a ref (null removes it), with everything GitHub does on a push: events, suites, pull requests that follow. */
export function push(world: World, actor: Actor, input: { repository: Repository; ref: string; sha: string | null; as?: ActivityType }): void {
  const { repository, ref, sha } = input;
  const before = repository.refs.get(ref) ?? null;
  if (before === sha) return;
  if (sha === null) repository.refs.delete(ref);
  else repository.refs.set(ref, sha);
  repository.pushedAt = world.now();
  if (ref.startsWith('refs/heads/'))
    repository.activities.push({
      id: world.nextId('activity'),
      ref,
      before,
      after: sha,
      type: input.as ?? activityType(world, before, sha),
      actorId: actor.user.id,
      at: world.now(),
    });
  announcePush(world, actor, { repository, ref, before, after: sha });
  if (!ref.startsWith('refs/heads/')) return;
  const branch = ref.slice('refs/heads/'.length);
  if (sha === null) {
    closePulls(world, actor, { repository, branch });
    return;
  }
  requestSuites(world, actor, { repository, sha });
  followPulls(world, actor, { repository, branch, before, sha });
}

function announcePush(world: World, actor: Actor, input: { repository: Repository; ref: string; before: string | null; after: string | null }): void {
  const { repository, ref, before, after } = input;
  const start = before ?? repository.refs.get(`refs/heads/${repository.defaultBranch}`) ?? none;
  const commits = after === null ? [] : commitsBetween(world.objects, before === null && start === after ? none : start, after);
  const head = after === null ? undefined : world.objects.commits.get(after);
  const html = repositoryHtmlUrl(world, repository);
  const short = ref.replace(/^refs\/(heads|tags)\//, '');
  const change = before === null ? 'create' : after === null ? 'delete' : null;
  if (change !== null) {
    const body: Json = {
      ref: short,
      ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
      pusher_type: 'user',
      ...(change === 'create' ? { master_branch: repository.defaultBranch, description: repository.description } : {}),
    };
    announce(world, actor, { repository, event: change, action: null, body });
  }
  announce(world, actor, {
    repository,
    event: 'push',
    action: null,
    body: {
      ref,
      before: before ?? none,
      after: after ?? none,
      created: before === null,
      deleted: after === null,
      forced: isForced(world, before, after),
      base_ref: null,
      compare: `${html}/compare/${before ?? none}...${after ?? none}`,
      commits: commits.map((commit) => renderPushedCommit(world, repository, commit)),
      head_commit: head === undefined ? null : renderPushedCommit(world, repository, head),
      pusher: { name: actor.user.login, email: `${actor.user.id}+${actor.user.login}@users.noreply.example` },
    },
  });
}

function activityType(world: World, before: string | null, after: string | null): ActivityType {
  if (before === null) return 'branch_creation';
  if (after === null) return 'branch_deletion';
  return isForced(world, before, after) ? 'force_push' : 'push';
}

/** A push that leaves commits behind. */
function isForced(world: World, before: string | null, after: string | null): boolean {
  return before !== null && after !== null && commitsBetween(world.objects, after, before).length > 0;
}

function renderPushedCommit(world: World, repository: Repository, commit: Commit): Json {
  const parent = world.objects.commits.get(commit.parents[0] ?? '');
  const changes = diffTrees(world.objects, parent?.tree ?? '', commit.tree);
  const paths = (wanted: string) => changes.filter((change) => change.status === wanted).map((change) => change.path);
  const moved = changes.filter((change) => change.status === 'renamed');
  return {
    ...renderSimpleCommit(commit),
    distinct: true,
    url: `${repositoryHtmlUrl(world, repository)}/commit/${commit.sha}`,
    added: [...paths('added'), ...moved.map((change) => change.path)],
    removed: [...paths('removed'), ...moved.flatMap((change) => change.previousPath ?? [])],
    modified: paths('modified'),
  };
}

/** `check_suite.requested` goes to every app that may write checks. */
function requestSuites(world: World, actor: Actor, input: { repository: Repository; sha: string }): void {
  for (const app of world.apps.values()) {
    const installation = installationFor(world, app.id, input.repository);
    if (installation?.permissions['checks'] !== 'write') continue;
    const suite = ensureSuite(world, { repository: input.repository, appId: app.id, headSha: input.sha });
    announceSuite(world, actor, { repository: input.repository, suite, action: 'requested', onlyAppId: app.id });
  }
}

/** Open pull requests from this branch get the new head; those into it must be merged anew. */
function followPulls(world: World, actor: Actor, input: { repository: Repository; branch: string; before: string | null; sha: string }): void {
  const { repository, branch, before, sha } = input;
  for (const base of networkOf(world, repository)) {
    for (const issue of [...base.issues.values()].filter(isPull)) {
      if (issue.state !== 'open') continue;
      if (issue.pull.headRepositoryId === repository.id && issue.pull.headRef === branch) synchronize(world, actor, { base, issue, before, sha });
      else if (base.id === repository.id && issue.pull.baseRef === branch) retarget(issue, sha);
    }
  }
}

/** A branch that is deleted takes its open pull requests with it. */
function closePulls(world: World, actor: Actor, input: { repository: Repository; branch: string }): void {
  const { repository, branch } = input;
  for (const base of networkOf(world, repository)) {
    const gone = [...base.issues.values()]
      .filter(isPull)
      .filter((issue) => issue.state === 'open' && issue.pull.headRepositoryId === repository.id && issue.pull.headRef === branch);
    for (const issue of gone) setIssueState(world, actor, { repository: base, issue, state: 'closed' });
  }
}

function synchronize(world: World, actor: Actor, input: { base: Repository; issue: PullIssue; before: string | null; sha: string }): void {
  const { base, issue, before, sha } = input;
  issue.pull.headSha = sha;
  forgetTestMerge(issue);
  base.refs.set(`refs/pull/${issue.number}/head`, sha);
  recordTimeline(world, actor, { issue, event: 'committed', detail: { sha } });
  announceIssue(world, actor, { repository: base, issue, action: 'synchronize', extra: { before: before ?? none, after: sha } });
  // The head of a fork exists in the base's network only through this ref, and gets its suites here.
  if (issue.pull.headRepositoryId !== base.id) requestSuites(world, { user: ownerOf(world, base), app: null }, { repository: base, sha });
}

function retarget(issue: PullIssue, baseSha: string): void {
  issue.pull.baseSha = baseSha;
  forgetTestMerge(issue);
}

export function forgetTestMerge(issue: PullIssue): void {
  issue.pull.mergeable = 'unknown';
  issue.pull.mergeCommitSha = null;
}
