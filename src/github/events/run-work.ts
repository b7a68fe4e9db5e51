import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import type { OwnIdentity } from './own-identity.ts';
import { group, head } from './named-work.ts';
import { endedOnTip } from './standing-work.ts';
import { idAt, textAt } from './read-payload.ts';

// GitHub's own app: its suites end with its workflow runs, which have an event of their own.
const githubActions = 15_368;

function isOurs(payload: unknown, what: 'check_run' | 'check_suite', own: OwnIdentity): boolean {
  // Requests to run again only reach the app that owns the run, so an unknown id of our own is no reason to drop them.
  return own.appId === null || idAt(payload, what, 'app', 'id') === own.appId;
}

/**
 * Started and finished runs of other apps are dropped, for a workflow of 20 jobs would cost 40 looks, and their suite tells
 * once; but not one under a name of ours, which may hide what we said.
 */
export function checkRun(payload: unknown, own: OwnIdentity): KeyedWork[] {
  const sha = textAt(payload, 'check_run', 'head_sha');
  const asked = (textAt(payload, 'action') ?? '').startsWith('re');
  if (asked) return isOurs(payload, 'check_run', own) ? head(payload, sha, 'now') : [];
  const named = textAt(payload, 'check_run', 'name')?.startsWith('sprintgate/') ?? false;
  return named && own.appId !== null && !isOurs(payload, 'check_run', own) ? head(payload, sha, 'now') : [];
}

export function checkSuite(payload: unknown, own: OwnIdentity): KeyedWork[] {
  const sha = textAt(payload, 'check_suite', 'head_sha');
  if (textAt(payload, 'action') === 'rerequested') return isOurs(payload, 'check_suite', own) ? head(payload, sha, 'now') : [];
  const app = idAt(payload, 'check_suite', 'app', 'id');
  return app === githubActions || app === own.appId ? [] : [...head(payload, sha, 'later'), ...endedOnTip(payload, 'check_suite')];
}

export function workflowRun(payload: unknown): KeyedWork[] {
  const sha = textAt(payload, 'workflow_run', 'head_sha');
  const action = textAt(payload, 'action');
  const ended = action === 'completed';
  // A first attempt is told by `requested`, and turns "no report" into "on its way"; a later one only by `in_progress`.
  if (action === 'in_progress' && (idAt(payload, 'workflow_run', 'run_attempt') ?? 1) < 2) return [];
  if (textAt(payload, 'workflow_run', 'event') === 'merge_group') return group(payload, sha);
  return [...head(payload, sha, ended ? 'now' : 'later'), ...endedOnTip(payload, 'workflow_run')];
}

export function deployment(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  // Real payloads carry the run, GitHub's schema does not: the callback address has its number in any case.
  const fromAddress = /\/actions\/runs\/(\d+)\//.exec(textAt(payload, 'deployment_callback_url') ?? '')?.[1];
  const run = idAt(payload, 'workflow_run', 'id') ?? (fromAddress ? Number(fromAddress) : null);
  return repository && run ? [{ key: { kind: 'deploy', repository, run }, priority: 'now' }] : [];
}
