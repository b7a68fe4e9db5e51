import type { Role } from '../records/account.ts';

/** What an operation asks of an app (one of the permissions) and of a person (a role). */
export interface Requirement {
  readonly anyOf: readonly `${string}:${'read' | 'write' | 'admin'}`[];
  readonly role: Role;
}

const metadata: Requirement = { anyOf: ['metadata:read'], role: 'read' };
const contents: Requirement = { anyOf: ['contents:read'], role: 'read' };
const contentsWrite: Requirement = { anyOf: ['contents:write'], role: 'write' };
const issues: Requirement = { anyOf: ['issues:read', 'pull_requests:read'], role: 'read' };
/** Whoever can read a repository may open issues and comment. */
const talk: Requirement = { anyOf: ['issues:write', 'pull_requests:write'], role: 'read' };
const issuesOnly: Requirement = { anyOf: ['issues:write'], role: 'read' };
const triage: Requirement = { anyOf: ['issues:write', 'pull_requests:write'], role: 'triage' };
const pulls: Requirement = { anyOf: ['pull_requests:read'], role: 'read' };
const pullsWrite: Requirement = { anyOf: ['pull_requests:write'], role: 'read' };
const checks: Requirement = { anyOf: ['checks:read'], role: 'read' };
/** People cannot write check runs at all. */
const checksWrite: Requirement = { anyOf: ['checks:write'], role: 'none' };
const actions: Requirement = { anyOf: ['actions:read'], role: 'read' };
const statuses: Requirement = { anyOf: ['statuses:read'], role: 'read' };
const deployments: Requirement = { anyOf: ['deployments:read'], role: 'read' };
const administration: Requirement = { anyOf: ['administration:write'], role: 'admin' };

const byOperation: Readonly<Record<string, Requirement>> = {
  'repos/list-teams': metadata,
  'repos/get-branch-rules': metadata,
  'repos/get-repo-rulesets': metadata,
  'repos/get-repo-ruleset': metadata,
  'repos/create-repo-ruleset': administration,
  'repos/update-repo-ruleset': administration,
  'repos/list-collaborators': metadata,
  'repos/check-collaborator': metadata,
  'repos/get-collaborator-permission-level': metadata,
  'repos/list-languages': metadata,
  'repos/get-all-topics': metadata,
  'repos/list-branches': contents,
  'repos/get-branch': contents,
  'repos/list-commits': contents,
  'repos/list-activities': contents,
  'repos/get-commit': contents,
  'repos/compare-commits-with-basehead': contents,
  'repos/get-content': contents,
  'repos/list-releases': contents,
  'repos/create-release': contentsWrite,
  'repos/get-release-by-tag': contents,
  'repos/list-release-assets': contents,
  'repos/upload-release-asset': contentsWrite,
  'repos/get-release-asset': contents,
  'repos/delete-release-asset': contentsWrite,
  'repos/list-pull-requests-associated-with-commit': { anyOf: ['contents:read', 'pull_requests:read'], role: 'read' },
  'repos/create-or-update-file-contents': contentsWrite,
  'repos/delete-file': contentsWrite,
  'git/create-ref': contentsWrite,
  'git/update-ref': contentsWrite,
  'git/get-blob': contents,
  'git/get-commit': contents,
  'git/get-ref': contents,
  'git/list-matching-refs': contents,
  'git/get-tree': contents,
  'repos/create-commit-status': { anyOf: ['statuses:write'], role: 'write' },
  'repos/get-combined-status-for-ref': statuses,
  'repos/list-commit-statuses-for-ref': statuses,
  'repos/list-deployments': deployments,
  'repos/get-deployment': deployments,
  'repos/get-all-environments': actions,
  'repos/get-environment': actions,
  'repos/get-all-deployment-protection-rules': actions,
  'issues/create': issuesOnly,
  'issues/update': talk,
  'issues/create-comment': talk,
  'issues/update-comment': talk,
  'issues/delete-comment': talk,
  'issues/lock': triage,
  'issues/add-labels': triage,
  'issues/set-labels': triage,
  'issues/remove-label': triage,
  'issues/remove-all-labels': triage,
  'issues/add-assignees': triage,
  'issues/remove-assignees': triage,
  'issues/create-label': { ...triage, role: 'write' },
  'issues/update-label': { ...triage, role: 'write' },
  'issues/delete-label': { ...triage, role: 'write' },
  'issues/create-milestone': { ...triage, role: 'write' },
  'issues/update-milestone': { ...triage, role: 'write' },
  'issues/delete-milestone': { ...triage, role: 'write' },
  'issues/add-sub-issue': { ...issuesOnly, role: 'triage' },
  'issues/remove-sub-issue': { ...issuesOnly, role: 'triage' },
  'issues/reprioritize-sub-issue': { ...issuesOnly, role: 'triage' },
  'reactions/create-for-issue': talk,
  'reactions/delete-for-issue': talk,
  'reactions/create-for-issue-comment': talk,
  'reactions/delete-for-issue-comment': talk,
  'pulls/create': pullsWrite,
  'pulls/update': pullsWrite,
  'pulls/create-review': pullsWrite,
  'pulls/dismiss-review': { ...pullsWrite, role: 'write' },
  'pulls/merge': { anyOf: ['contents:write'], role: 'write' },
  'checks/create': checksWrite,
  'checks/update': checksWrite,
  'checks/create-suite': checksWrite,
  'checks/rerequest-run': { anyOf: ['checks:write'], role: 'write' },
  'checks/rerequest-suite': { anyOf: ['checks:write'], role: 'write' },
  'actions/review-custom-gates-for-run': { anyOf: ['deployments:write'], role: 'none' },
  'repos/get': metadata,
  'repos/get-by-id': metadata,
};

const byGroup: readonly (readonly [string, Requirement])[] = [
  ['issues/', issues],
  ['reactions/', issues],
  ['pulls/', pulls],
  ['checks/', checks],
  ['actions/', actions],
  ['code-scanning/', { anyOf: ['security_events:read'], role: 'write' }],
  ['repos/', metadata],
];

/** The permission table of GitHub's documentation, for the operations that we answer. */
export function requirementOf(operationId: string): Requirement {
  const found = byOperation[operationId] ?? byGroup.find(([prefix]) => operationId.startsWith(prefix))?.[1];
  if (found === undefined)
    throw new Error(`operation ${operationId} has no permission in auth/operation-permissions.ts; add it from GitHub's permission table`);
  return found;
}
