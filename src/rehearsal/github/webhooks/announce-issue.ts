import type { Actor } from '../records/account.ts';
import { isPull } from '../records/find.ts';
import type { Comment, Issue } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderComment, renderIssue } from '../render/issue.ts';
import { renderPull } from '../render/pull.ts';
import { announce } from './announce.ts';

/** `issues` for an issue, `pull_request` for a pull request: GitHub sends one of them, never both. */
export function announceIssue(world: World, actor: Actor, input: { repository: Repository; issue: Issue; action: string; extra?: Json }): void {
  const { repository, issue, action, extra = {} } = input;
  if (isPull(issue))
    announce(world, actor, {
      repository,
      event: 'pull_request',
      action,
      body: { number: issue.number, pull_request: renderPull(world, repository, issue), ...extra },
    });
  else announce(world, actor, { repository, event: 'issues', action, body: { issue: renderIssue(world, repository, issue), ...extra } });
}

/** `issue_comment` comes for comments on issues and on pull requests alike. */
export function announceComment(
  world: World,
  actor: Actor,
  input: { repository: Repository; issue: Issue; comment: Comment; action: string; extra?: Json },
): void {
  const { repository, issue, comment, action, extra = {} } = input;
  announce(world, actor, {
    repository,
    event: 'issue_comment',
    action,
    body: { issue: renderIssue(world, repository, issue), comment: renderComment(world, repository, comment), ...extra },
  });
}
