import type { Policy } from './policy.ts';
import type { Weakening } from './weakening.ts';

/** What the playbook itself asks less of, beside its criteria: reviews that come later or list less, test types that are no longer required. */
export function playbookWeakenings(before: Policy, after: Policy): Weakening[] {
  return [...laterCheckpoints(before, after), ...droppedTests(before, after), ...flatterPyramid(before, after)];
}

function laterCheckpoints(before: Policy, after: Policy): Weakening[] {
  const blocks = after.playbook.blocks.map(({ id }) => id);
  return before.playbook.checkpoints.flatMap((old): Weakening[] => {
    const now = after.playbook.checkpoints.find(({ id }) => id === old.id);
    if (!now) return [];
    const path = `checkpoints.${old.id}`;
    const later: Weakening[] = blocks.indexOf(now.block) > blocks.indexOf(old.block) ? [{ kind: 'criterion-later', path, from: old.block, to: now.block }] : [];
    // One that was switched off is told by itself.
    const asked = after.playbook.criteria.map(({ id }) => id);
    const gone = old.criteria.filter((id) => !now.criteria.includes(id) && asked.includes(id));
    return [...later, ...gone.map((id): Weakening => ({ kind: 'criterion-easier', path: `${path}.criteria`, from: id, to: '' }))];
  });
}

function droppedTests(before: Policy, after: Policy): Weakening[] {
  const used = new Set(after.components.map(({ kind }) => kind));
  return before.playbook.componentKinds.flatMap((old): Weakening[] => {
    const now = after.playbook.componentKinds.find(({ id }) => id === old.id);
    if (!now || !used.has(old.id) || old.tests.every((test) => now.tests.includes(test))) return [];
    return [{ kind: 'criterion-easier', path: `componentKinds.${old.id}.tests`, from: old.tests.join(', '), to: now.tests.join(', ') }];
  });
}

function flatterPyramid(before: Policy, after: Policy): Weakening[] {
  const text = ({ playbook }: Policy) => playbook.pyramid.map(({ type, share }) => `${type} ${share / 100} %`).join(', ');
  const [from, to] = [text(before), text(after)];
  return from === to ? [] : [{ kind: 'criterion-easier', path: 'pyramid', from, to }];
}
