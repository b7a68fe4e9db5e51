import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import { standing } from './named-work.ts';
import { idAt, textAt } from './read-payload.ts';

/** How a repository stands is told of the tip of its default branch. */
export function tipPushed(payload: unknown): KeyedWork[] {
  const branch = textAt(payload, 'repository', 'default_branch');
  return branch !== null && textAt(payload, 'ref') === `refs/heads/${branch}` ? standing(payload) : [];
}

/** What has ended on the default branch may be evidence of its tip, or a check that a criterion counts. A fork's branch may be called alike. */
export function endedOnTip(payload: unknown, what: 'workflow_run' | 'check_suite'): KeyedWork[] {
  const branch = textAt(payload, 'repository', 'default_branch');
  const isHere = branch !== null && textAt(payload, what, 'head_branch') === branch;
  const from = idAt(payload, what, 'head_repository', 'id');
  const isForeign = from !== null && from !== idAt(payload, 'repository', 'id');
  return isHere && !isForeign && textAt(payload, 'action') === 'completed' ? standing(payload) : [];
}
