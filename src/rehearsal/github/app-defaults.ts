import type { Permissions } from './records/account.ts';

/** What an app gets when the caller says nothing: the permissions that semantics §13 lists. `app.yml` is handed in by who has read it. */
export const defaultPermissions: Permissions = {
  metadata: 'read',
  contents: 'read',
  actions: 'read',
  pull_requests: 'write',
  issues: 'write',
  checks: 'write',
  statuses: 'write',
  security_events: 'read',
  merge_queues: 'read',
  deployments: 'write',
  members: 'read',
};

export const defaultEvents: readonly string[] = [
  'issues',
  'issue_comment',
  'pull_request',
  'pull_request_review',
  'push',
  'create',
  'delete',
  'check_run',
  'check_suite',
  'status',
  'workflow_run',
  'milestone',
  'label',
  'sub_issues',
  'merge_group',
  'deployment_protection_rule',
  'deployment_review',
  'membership',
  'team',
  'organization',
  'member',
  'repository',
  'repository_ruleset',
];
