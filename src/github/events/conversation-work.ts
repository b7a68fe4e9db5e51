import { commandLines } from '../../core/commands/command-lines.ts';
import { isCheckpointLabel } from '../../core/people/checkpoint-label.ts';
import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import { head, issue, policy, pull } from './named-work.ts';
import { idAt, listAt, textAt, valueAt } from './read-payload.ts';

/** Other pull requests may still have the head that this one has left: their check no longer tells of this one. */
export function formerHead(payload: unknown): KeyedWork[] {
  return textAt(payload, 'action') === 'synchronize' ? head(payload, textAt(payload, 'before'), 'later') : [];
}

/** A sign-off with `void: on-merge` ends with a merge to its components: until the others are looked at again, their checks tell of before. */
export function merged(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const isMerge = textAt(payload, 'action') === 'closed' && valueAt(payload, 'pull_request', 'merged') === true;
  return repository && isMerge ? [{ merge: { repository }, priority: 'later' }] : [];
}

/** Criteria count issues by label, and a pull request's sprint may come from the issues it closes; a new title or text changes neither. */
export function countedChange(payload: unknown): KeyedWork[] {
  return textAt(payload, 'action') === 'edited' ? [] : policy(payload, { priority: 'later', fanOut: 'open-pulls' });
}

export function isAssignment(payload: unknown): boolean {
  return /^(un)?assigned$/.test(textAt(payload, 'action') ?? '');
}

/** Only of issues that some criterion may count does it matter whose they are, and those carry labels. */
export function assignmentKeys(payload: unknown): KeyedWork[] {
  return listAt(payload, 'issue', 'labels').length > 0 ? policy(payload, { priority: 'later', fanOut: 'open-pulls' }) : [];
}

/** A new comment without a command says nothing to a gate; an edited or deleted one may have held our report, or a command. */
export function commentKeys(payload: unknown): KeyedWork[] {
  const onPull = typeof valueAt(payload, 'issue', 'pull_request') === 'object';
  const plain = textAt(payload, 'action') === 'created' && commandLines(textAt(payload, 'comment', 'body') ?? '').length === 0;
  return onPull && !plain ? [...issue(payload), ...pull(payload, idAt(payload, 'issue', 'number'))] : issue(payload);
}

/** Most reviews are of code alone: only a checkpoint's label makes a sign-off of one, and a dismissal may be of an old one. */
export function reviewKeys(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const number = idAt(payload, 'pull_request', 'number');
  const labelled = listAt(payload, 'pull_request', 'labels').some((label) => isCheckpointLabel(textAt(label, 'name') ?? ''));
  if (!repository || !number || (!labelled && textAt(payload, 'action') !== 'dismissed')) return [];
  return [{ key: { kind: 'issue', repository, number }, priority: 'now' }];
}

/** Whoever approved before the checkpoint's label was there learns now that it takes another review. */
export function labelledFor(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const number = idAt(payload, 'pull_request', 'number');
  const isLabelled = textAt(payload, 'action') === 'labeled' && isCheckpointLabel(textAt(valueAt(payload, 'label'), 'name') ?? '');
  return repository && number && isLabelled ? [{ key: { kind: 'issue', repository, number }, priority: 'now' }] : [];
}
