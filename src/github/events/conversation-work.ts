import { commandLines } from '../../core/commands/command-lines.ts';
import { parseCommands } from '../../core/commands/parse-commands.ts';
import { isCommittedLabel } from '../../core/people/committed-label.ts';
import { isCheckpointLabel } from '../../core/people/checkpoint-label.ts';
import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import { head, issue, policy, pull, sprint, standing } from './named-work.ts';
import { idAt, listAt, textAt, valueAt } from './read-payload.ts';

/** Other pull requests may still have the head that this one has left: their check no longer tells of this one. */
export function formerHead(payload: unknown): KeyedWork[] {
  return textAt(payload, 'action') === 'synchronize' ? head(payload, textAt(payload, 'before'), 'later').map((work) => ({ ...work, among: 'known' })) : [];
}

/** A sign-off with `void: on-merge` ends with a merge to its components: until the others are looked at again, their checks tell of before. */
export function merged(payload: unknown): KeyedWork[] {
  const repository = idAt(payload, 'repository', 'id');
  const isMerge = textAt(payload, 'action') === 'closed' && valueAt(payload, 'pull_request', 'merged') === true;
  return repository && isMerge ? [{ merge: { repository }, priority: 'later' }] : [];
}

/**
 * What an issue may change: criteria count issues by label, a pull request's sprint may come from the milestone of those it
 * closes, and items, checkpoints and conditions are ours. One that is none of that, as most in a busy repository, costs nothing.
 */
export function issueKeys(payload: unknown): KeyedWork[] {
  if (isAssignment(payload)) return assignmentKeys(payload);
  const gone = /^(deleted|transferred)$/.test(textAt(payload, 'action') ?? '');
  if (mayCount(payload)) return [...issue(payload), ...countedChange(payload), ...sprintChange(payload)];
  return gone ? issue(payload) : [];
}

function mayCount(payload: unknown): boolean {
  const touched = valueAt(payload, 'label') ?? valueAt(payload, 'milestone') ?? valueAt(payload, 'issue', 'milestone') ?? null;
  const texts = [textAt(payload, 'issue', 'body'), textAt(payload, 'changes', 'body', 'from')];
  return touched !== null || listAt(payload, 'issue', 'labels').length > 0 || texts.some((text) => text?.includes('<!-- sprintgate:') === true);
}

/** A new title or text changes nothing that is counted. */
function countedChange(payload: unknown): KeyedWork[] {
  if (textAt(payload, 'action') === 'edited') return [];
  return [...policy(payload, { priority: 'later', fanOut: 'open-pulls' }), ...standing(payload)];
}

/** What stands in a sprint, was closed in it, or was committed to for it. */
function sprintChange(payload: unknown): KeyedWork[] {
  const placed = (valueAt(payload, 'milestone') ?? valueAt(payload, 'issue', 'milestone') ?? null) !== null;
  const action = textAt(payload, 'action') ?? '';
  const label = textAt(payload, 'label', 'name');
  if (!placed || action === 'edited' || (/^(un)?labeled$/.test(action) && !isCommittedLabel(label ?? ''))) return [];
  return sprint(payload);
}

function isAssignment(payload: unknown): boolean {
  return /^(un)?assigned$/.test(textAt(payload, 'action') ?? '');
}

/** Only of issues that some criterion may count does it matter whose they are, and those carry labels. */
function assignmentKeys(payload: unknown): KeyedWork[] {
  return listAt(payload, 'issue', 'labels').length > 0 ? policy(payload, { priority: 'later', fanOut: 'open-pulls' }) : [];
}

/** Also where a broken configuration lets no command be decided. What any other command changes is looked at once it is decided. */
function asksAgain(body: string): boolean {
  return parseCommands(body).some((command) => command.kind === 'command' && command.name === 'recheck');
}

/** A new comment without a command says nothing to us; an edited or deleted one may have held our report, or a command. */
export function commentKeys(payload: unknown): KeyedWork[] {
  const onPull = typeof valueAt(payload, 'issue', 'pull_request') === 'object';
  const plain = textAt(payload, 'action') === 'created' && commandLines(textAt(payload, 'comment', 'body') ?? '').length === 0;
  if (plain) return [];
  const isAboutPull = onPull && (textAt(payload, 'action') !== 'created' || asksAgain(textAt(payload, 'comment', 'body') ?? ''));
  return [...issue(payload), ...(isAboutPull ? pull(payload, idAt(payload, 'issue', 'number')) : [])];
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
