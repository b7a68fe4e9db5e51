import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import { policy, sprint } from './named-work.ts';
import { listAt, textAt, valueAt } from './read-payload.ts';

export function repositoryChange(payload: unknown): KeyedWork[] {
  const otherBranch = valueAt(payload, 'changes', 'default_branch') !== undefined;
  if (textAt(payload, 'action') === 'edited' && !otherBranch) return [];
  return policy(payload, { priority: 'now', fanOut: 'open-pulls' });
}

export function configPush(payload: unknown): KeyedWork[] {
  const branch = textAt(payload, 'repository', 'default_branch');
  if (branch === null || textAt(payload, 'ref') !== `refs/heads/${branch}` || !mayTouchConfig(payload)) return [];
  const ofOrganisation = textAt(payload, 'repository', 'name') === '.github';
  return [...policy(payload, { priority: 'now', fanOut: ofOrganisation ? 'installation' : 'open-pulls' }), ...sprint(payload)];
}

function mayTouchConfig(payload: unknown): boolean {
  const commits = listAt(payload, 'commits');
  // A forced or a very long push does not list all it changed (GitHub lists 2,048 commits): then it may have.
  if (valueAt(payload, 'forced') === true || commits.length === 0 || commits.length >= 2048) return true;
  const paths = commits.flatMap((commit) => ['added', 'modified', 'removed'].flatMap((list) => listAt(commit, list)));
  // The config itself, and the playbook files beside it that it may extend.
  return paths.some((path) => typeof path === 'string' && /^\.github\/(?!workflows\/)|^sprintgate[./]/.test(path));
}
