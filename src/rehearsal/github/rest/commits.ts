import { commitsBetween, ancestors, mergeBase } from '../git/history.ts';
import { diffTrees } from '../git/diff-trees.ts';
import type { Commit } from '../git/object-store.ts';
import { ApiError, notFound } from '../records/api-error.ts';
import { isPull, networkOf, ownerOf } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { renderCommit, renderCommitWithFiles, renderFileChange } from '../render/commit.ts';
import { renderPullSimple } from '../render/pull.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from '../render/repository.ts';
import { resolveCommit } from '../state/commits.ts';
import { ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';

/** A side of a comparison: `branch`, `sha`, or `owner:branch` for a fork of the same network. */
function side(world: World, repository: Repository, text: string): Commit {
  const [owner, branch] = text.includes(':') ? text.split(':') : [undefined, text];
  const fork =
    owner === undefined
      ? repository
      : [...world.repositories.values()].find(
          (candidate) =>
            ownerOf(world, candidate).login === owner &&
            (candidate.id === repository.id || candidate.forkOf === repository.id || repository.forkOf === candidate.id),
        );
  if (fork === undefined || branch === undefined) throw notFound();
  try {
    return resolveCommit(world, fork, branch);
  } catch {
    throw notFound();
  }
}

/** Three dots: what `head` brings since it left `base`. */
function compare(call: RepositoryCall): Answer {
  const { world, repository } = call;
  const [left = '', right = ''] = (call.params['basehead'] ?? '').split('...');
  const base = side(world, repository, left);
  const head = side(world, repository, right);
  const common = mergeBase(world.objects, base.sha, head.sha);
  if (common === null) throw new ApiError(404, `No common ancestor between ${left} and ${right}.`);
  const ahead = commitsBetween(world.objects, base.sha, head.sha);
  const behind = commitsBetween(world.objects, head.sha, base.sha);
  const status = ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical';
  const html = `${repositoryHtmlUrl(world, repository)}/compare/${left}...${right}`;
  const page = paginate(call, ahead, (commit) => renderCommit(world, repository, commit));
  return {
    status: 200,
    headers: page.headers ?? {},
    body: {
      url: `${repositoryApiUrl(world, repository)}/compare/${left}...${right}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: renderCommit(world, repository, base),
      merge_base_commit: renderCommit(world, repository, common),
      status,
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: page.body,
      // GitHub lists at most 300 files, on the first page only.
      files:
        call.query['page'] === undefined || call.query['page'] === '1'
          ? diffTrees(world.objects, common.tree, head.tree)
              .slice(0, 300)
              .map((change) => renderFileChange(world, repository, { change, ref: head.sha }))
          : [],
    },
  };
}

/** Empty for the head of a fork: the real endpoint only knows commits of the repository's own branches. */
function pullsOfCommit(call: RepositoryCall): Answer {
  const { world, repository } = call;
  const sha = call.params['commit_sha'] ?? '';
  if (!world.objects.commits.has(sha)) throw new ApiError(422, `No commit found for SHA: ${sha}`);
  const network = networkOf(world, repository).filter((candidate) => candidate.id === repository.id || repository.forkOf === candidate.id);
  const found = network
    .flatMap((base) => [...base.issues.values()].filter(isPull).map((issue) => ({ base, issue })))
    .filter(({ issue }) => {
      const { pull } = issue;
      if (pull.headRepositoryId !== repository.id) return false;
      return (
        pull.headSha === sha || pull.mergeCommitSha === sha || commitsBetween(world.objects, pull.baseSha, pull.headSha).some((commit) => commit.sha === sha)
      );
    });
  return paginate(call, found, ({ base, issue }) => renderPullSimple(world, base, issue));
}

function list(call: RepositoryCall): Answer {
  const { world, repository } = call;
  const start = resolveCommit(world, repository, call.query['sha'] ?? repository.defaultBranch);
  const { path, since, until } = call.query;
  const touched = (commit: Commit) =>
    path === undefined ||
    diffTrees(world.objects, world.objects.commits.get(commit.parents[0] ?? '')?.tree ?? '', commit.tree).some(
      (change) => change.path === path || change.path.startsWith(`${path}/`),
    );
  const inTime = (commit: Commit) =>
    (since === undefined || Date.parse(commit.committer.date) >= Date.parse(since)) &&
    (until === undefined || Date.parse(commit.committer.date) <= Date.parse(until));
  const commits = [...ancestors(world.objects, start.sha).values()].filter((commit) => inTime(commit) && touched(commit));
  return paginate(call, commits, (commit) => renderCommit(world, repository, commit));
}

export const commitHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'repos/list-commits': list,
  'repos/get-commit': (call) => {
    const commit = resolveCommit(call.world, call.repository, call.params['ref'] ?? '');
    if (/\.sha\b/.test(call.accept)) return { status: 200, text: commit.sha };
    return ok(renderCommitWithFiles(call.world, call.repository, commit));
  },
  'repos/list-pull-requests-associated-with-commit': pullsOfCommit,
  'repos/compare-commits-with-basehead': compare,
};
