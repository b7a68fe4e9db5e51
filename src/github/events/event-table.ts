import { commandLines } from '../../core/commands/command-lines.ts';
import { isCheckpointLabel } from '../../core/people/checkpoint-label.ts';
import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import type { OwnIdentity } from './own-identity.ts';
import { idAt, listAt, textAt, valueAt } from './read-payload.ts';

export interface EventRow {
  /** The actions that may change something for us; `*` for events without one. All others are dropped unread. */
  readonly actions: readonly string[];
  readonly why: string;
  readonly work: (payload: unknown, own: OwnIdentity) => KeyedWork[];
}

/** Which keys may have changed, event by event, with their fan-out: the one place where events meet keys. */
export const eventTable = {
  pull_request: {
    actions: [
      'opened',
      'edited',
      'synchronize',
      'reopened',
      'closed',
      'ready_for_review',
      'converted_to_draft',
      'labeled',
      'unlabeled',
      'milestoned',
      'demilestoned',
    ],
    why: 'its head, base, labels, milestone, or the issues it closes changed; a merge may void a sign-off that others rest on',
    work: (payload) => [...pull(payload, idAt(payload, 'pull_request', 'number')), ...formerHead(payload), ...merged(payload), ...labelledFor(payload)],
  },
  pull_request_review: {
    actions: ['submitted', 'dismissed'],
    why: 'on a pull request labelled for a checkpoint, an approving review is a sign-off',
    work: (payload) => reviewKeys(payload),
  },
  issue_comment: {
    actions: ['created', 'edited', 'deleted'],
    why: 'it may hold a command, or a command that was accepted is no longer what it was',
    work: (payload) => commentKeys(payload),
  },
  issues: {
    actions: [
      'opened',
      'edited',
      'closed',
      'reopened',
      'deleted',
      'transferred',
      'labeled',
      'unlabeled',
      'milestoned',
      'demilestoned',
      'assigned',
      'unassigned',
    ],
    why: 'an item, a checkpoint, or what criteria count may have changed, and with it every open pull request',
    work: (payload) => (isAssignment(payload) ? assignmentKeys(payload) : [...issue(payload), ...countedChange(payload)]),
  },
  milestone: {
    actions: ['edited', 'closed', 'opened', 'deleted'],
    why: 'the sprint of pull requests is read from milestones',
    work: (payload) => policy(payload, { priority: 'later', fanOut: 'open-pulls' }),
  },
  push: {
    actions: ['*'],
    why: "the default branch's config is the authoritative one, an organisation's is in its .github repository",
    work: (payload) => configPush(payload),
  },
  workflow_run: {
    actions: ['completed', 'requested', 'in_progress'],
    why: 'evidence is there, or under way, or is being made again',
    work: (payload) => workflowRun(payload),
  },
  check_run: {
    actions: ['created', 'completed', 'rerequested', 'requested_action'],
    why: 'somebody asks for our check again, or posted one under our name',
    work: (payload, own) => checkRun(payload, own),
  },
  check_suite: {
    actions: ['completed', 'rerequested'],
    why: 'all checks of another app have ended, which criteria may count; or somebody asks for ours again',
    work: (payload, own) => checkSuite(payload, own),
  },
  merge_group: {
    actions: ['checks_requested'],
    why: 'the merge queue waits for our checks on its commit',
    work: (payload) => group(payload, textAt(payload, 'merge_group', 'head_sha')),
  },
  deployment_protection_rule: { actions: ['requested'], why: 'a deployment waits for us', work: (payload) => deployment(payload) },
  repository: {
    actions: ['edited', 'transferred', 'unarchived'],
    why: 'another default branch or owner means another config',
    work: (payload) => repositoryChange(payload),
  },
  installation: {
    actions: ['created', 'new_permissions_accepted', 'unsuspend'],
    why: 'there may be repositories to look at and to welcome',
    work: (payload) => install(payload),
  },
  installation_repositories: { actions: ['added'], why: 'there may be repositories to look at and to welcome', work: (payload) => install(payload) },
} as const satisfies Record<string, EventRow>;

// GitHub's own app: its suites end with its workflow runs, which have an event of their own.
const githubActions = 15_368;

type Extra = Pick<Extract<KeyedWork, { key: unknown }>, 'priority' | 'fanOut'>;

function pull(payload: unknown, number: number | null): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository && number ? [{ key: { kind: 'pull', repository, number }, priority: 'now' }] : [];
}

/** Other pull requests may still have the head that this one has left: their check no longer tells of this one. */
function formerHead(payload: unknown): KeyedWork[] {
  return textAt(payload, 'action') === 'synchronize' ? head(payload, textAt(payload, 'before'), 'later') : [];
}

/** A sign-off with `void: on-merge` ends with a merge to its components: until the others are looked at again, their checks tell of before. */
function merged(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const isMerge = textAt(payload, 'action') === 'closed' && valueAt(payload, 'pull_request', 'merged') === true;
  return repository && isMerge ? [{ merge: { repository }, priority: 'later' }] : [];
}

function issue(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const number = idAt(payload, 'issue', 'number');
  return repository && number ? [{ key: { kind: 'issue', repository, number }, priority: 'now' }] : [];
}

/** Criteria count issues by label, and a pull request's sprint may come from the issues it closes; a new title or text changes neither. */
function countedChange(payload: unknown): KeyedWork[] {
  return textAt(payload, 'action') === 'edited' ? [] : policy(payload, { priority: 'later', fanOut: 'open-pulls' });
}

function isAssignment(payload: unknown): boolean {
  return /^(un)?assigned$/.test(textAt(payload, 'action') ?? '');
}

/** Only of issues that some criterion may count does it matter whose they are, and those carry labels. */
function assignmentKeys(payload: unknown): KeyedWork[] {
  return listAt(payload, 'issue', 'labels').length > 0 ? policy(payload, { priority: 'later', fanOut: 'open-pulls' }) : [];
}

/** A new comment without a command says nothing to a gate; an edited or deleted one may have held our report, or a command. */
function commentKeys(payload: unknown): KeyedWork[] {
  const onPull = typeof valueAt(payload, 'issue', 'pull_request') === 'object';
  const plain = textAt(payload, 'action') === 'created' && commandLines(textAt(payload, 'comment', 'body') ?? '').length === 0;
  return onPull && !plain ? [...issue(payload), ...pull(payload, idAt(payload, 'issue', 'number'))] : issue(payload);
}

/** Most reviews are of code alone: only a checkpoint's label makes a sign-off of one, and a dismissal may be of an old one. */
function reviewKeys(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const number = idAt(payload, 'pull_request', 'number');
  const labelled = listAt(payload, 'pull_request', 'labels').some((label) => isCheckpointLabel(textAt(label, 'name') ?? ''));
  if (!repository || !number || (!labelled && textAt(payload, 'action') !== 'dismissed')) return [];
  return [{ key: { kind: 'issue', repository, number }, priority: 'now' }];
}

/** Whoever approved before the checkpoint's label was there learns now that it takes another review. */
function labelledFor(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const number = idAt(payload, 'pull_request', 'number');
  const isLabelled = textAt(payload, 'action') === 'labeled' && isCheckpointLabel(textAt(valueAt(payload, 'label'), 'name') ?? '');
  return repository && number && isLabelled ? [{ key: { kind: 'issue', repository, number }, priority: 'now' }] : [];
}

function policy(payload: unknown, extra: Extra): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository ? [{ key: { kind: 'policy', repository }, ...extra }] : [];
}

function head(payload: unknown, sha: string | null, priority: Extra['priority']): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository && sha ? [{ head: { repository, sha }, priority }] : [];
}

function group(payload: unknown, sha: string | null): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  return repository && sha ? [{ key: { kind: 'group', repository, sha }, priority: 'now' }] : [];
}

function install(payload: unknown): KeyedWork[] {
  const installation = idAt(payload, 'installation', 'id');
  return installation ? [{ key: { kind: 'install', installation }, priority: 'now' }] : [];
}

function isOurs(payload: unknown, what: 'check_run' | 'check_suite', own: OwnIdentity): boolean {
  // Requests to run again only reach the app that owns the run, so an unknown id of our own is no reason to drop them.
  return own.appId === null || idAt(payload, what, 'app', 'id') === own.appId;
}

/**
 * Started and finished runs of other apps are dropped, for a workflow of 20 jobs would cost 40 looks, and their suite tells
 * once; but not one under a name of ours, which may hide what we said.
 */
function checkRun(payload: unknown, own: OwnIdentity): KeyedWork[] {
  const sha = textAt(payload, 'check_run', 'head_sha');
  const asked = (textAt(payload, 'action') ?? '').startsWith('re');
  if (asked) return isOurs(payload, 'check_run', own) ? head(payload, sha, 'now') : [];
  const named = textAt(payload, 'check_run', 'name')?.startsWith('sprintgate/') ?? false;
  return named && own.appId !== null && !isOurs(payload, 'check_run', own) ? head(payload, sha, 'now') : [];
}

function checkSuite(payload: unknown, own: OwnIdentity): KeyedWork[] {
  const sha = textAt(payload, 'check_suite', 'head_sha');
  if (textAt(payload, 'action') === 'rerequested') return isOurs(payload, 'check_suite', own) ? head(payload, sha, 'now') : [];
  const app = idAt(payload, 'check_suite', 'app', 'id');
  return app === githubActions || app === own.appId ? [] : head(payload, sha, 'later');
}

function workflowRun(payload: unknown): KeyedWork[] {
  const sha = textAt(payload, 'workflow_run', 'head_sha');
  const action = textAt(payload, 'action');
  const ended = action === 'completed';
  // A first attempt is told by `requested`, and turns "no report" into "on its way"; a later one only by `in_progress`.
  if (action === 'in_progress' && (idAt(payload, 'workflow_run', 'run_attempt') ?? 1) < 2) return [];
  if (textAt(payload, 'workflow_run', 'event') === 'merge_group') return group(payload, sha);
  return head(payload, sha, ended ? 'now' : 'later');
}

function deployment(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  // Real payloads carry the run, GitHub's schema does not: the callback address has its number in any case.
  const fromAddress = /\/actions\/runs\/(\d+)\//.exec(textAt(payload, 'deployment_callback_url') ?? '')?.[1];
  const run = idAt(payload, 'workflow_run', 'id') ?? (fromAddress ? Number(fromAddress) : null);
  return repository && run ? [{ key: { kind: 'deploy', repository, run }, priority: 'now' }] : [];
}

function repositoryChange(payload: unknown): KeyedWork[] {
  const otherBranch = valueAt(payload, 'changes', 'default_branch') !== undefined;
  if (textAt(payload, 'action') === 'edited' && !otherBranch) return [];
  return policy(payload, { priority: 'now', fanOut: 'open-pulls' });
}

function configPush(payload: unknown): KeyedWork[] {
  const branch = textAt(payload, 'repository', 'default_branch');
  if (branch === null || textAt(payload, 'ref') !== `refs/heads/${branch}` || !mayTouchConfig(payload)) return [];
  const ofOrganisation = textAt(payload, 'repository', 'name') === '.github';
  return policy(payload, { priority: 'now', fanOut: ofOrganisation ? 'installation' : 'open-pulls' });
}

function mayTouchConfig(payload: unknown): boolean {
  const commits = listAt(payload, 'commits');
  // A forced or a very long push does not list all it changed (GitHub lists 2,048 commits): then it may have.
  if (valueAt(payload, 'forced') === true || commits.length === 0 || commits.length >= 2048) return true;
  const paths = commits.flatMap((commit) => ['added', 'modified', 'removed'].flatMap((list) => listAt(commit, list)));
  // The config itself, and the playbook files beside it that it may extend.
  return paths.some((path) => typeof path === 'string' && /^\.github\/(?!workflows\/)|^sprintgate[./]/.test(path));
}
