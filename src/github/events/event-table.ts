import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import type { OwnIdentity } from './own-identity.ts';
import { configPush, repositoryChange } from './config-work.ts';
import { commentKeys, formerHead, issueKeys, labelledFor, merged, reviewKeys } from './conversation-work.ts';
import { group, install, policy, pull, standing } from './named-work.ts';
import { checkRun, checkSuite, deployment, workflowRun } from './run-work.ts';
import { tipPushed } from './standing-work.ts';
import { idAt, textAt } from './read-payload.ts';

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
    work: (payload) => issueKeys(payload),
  },
  milestone: {
    actions: ['edited', 'closed', 'opened', 'deleted'],
    why: 'the sprint of pull requests is read from milestones',
    work: (payload) => [...policy(payload, { priority: 'later', fanOut: 'open-pulls' }), ...standing(payload)],
  },
  push: {
    actions: ['*'],
    why: "the default branch's config is the authoritative one, an organisation's is in its .github repository; how a repository stands is told of its tip",
    work: (payload) => [...configPush(payload), ...tipPushed(payload)],
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
