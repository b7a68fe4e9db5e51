import { uncoveredPatterns } from './patterns-cover.ts';
import { percentText } from './percent.ts';
import { carryWeakenings } from './weaken-carry.ts';
import type { Component, Policy } from './policy.ts';
import { orderWeakenings } from './weaken-order.ts';
import type { Weakening } from './weakening.ts';
import { isWiderDrop } from './wider-drop.ts';

/** Lower floors, wider tolerances, and code that no longer counts. */
export function componentWeakenings(before: Policy, after: Policy): Weakening[] {
  return [
    ...before.components.flatMap((old) => {
      const now = after.components.find((component) => component.id === old.id);
      const path = `components.${old.id}`;
      return now
        ? [...changed(old, now), ...ownDrop({ before, old }, { after, now })]
        : [{ kind: 'component-removed' as const, path, from: old.paths.join(', '), to: '' }];
    }),
    ...orderWeakenings(before, after),
    ...totalWeakenings(before, after),
    ...toleranceWeakenings(before, after),
    ...carryWeakenings(before, after),
  ];
}

function changed(old: Component, now: Component): Weakening[] {
  const path = `components.${old.id}`;
  const found: Weakening[] = [];
  if (now.floor < old.floor) found.push({ kind: 'floor-lower', path: `${path}.coverage.target`, from: percentText(old.floor), to: percentText(now.floor) });
  if (now.kind !== old.kind) found.push({ kind: 'component-kind', path: `${path}.kind`, from: old.kind, to: now.kind });
  if (uncoveredPatterns(old.paths, now.paths).length > 0)
    found.push({ kind: 'component-narrowed', path: `${path}.paths`, from: old.paths.join(', '), to: now.paths.join(', ') });
  if (uncoveredPatterns(now.exclude, old.exclude).length > 0)
    found.push({ kind: 'component-narrowed', path: `${path}.exclude`, from: old.exclude.join(', '), to: now.exclude.join(', ') });
  if (!old.uploads.every((upload) => now.uploads.includes(upload)))
    found.push({ kind: 'upload-dropped', path: `${path}.uploads`, from: old.uploads.join(', '), to: now.uploads.join(', ') });
  return found;
}

function totalWeakenings(before: Policy, after: Policy): Weakening[] {
  const old = before.coverage.total;
  const now = after.coverage.total;
  const found: Weakening[] = [];
  if (now.floor < old.floor) found.push({ kind: 'total-lower', path: 'coverage.total', from: percentText(old.floor), to: percentText(now.floor) });
  if (old.strict && !now.strict && now.floor <= old.floor) found.push({ kind: 'total-lower', path: 'coverage.strict', from: 'true', to: 'false' });
  const blocks = after.playbook.blocks.map((block) => block.id);
  if (blocks.indexOf(now.from) > blocks.indexOf(old.from)) found.push({ kind: 'total-lower', path: 'coverage.total.from', from: old.from, to: now.from });
  return found;
}

function toleranceWeakenings(before: Policy, after: Policy): Weakening[] {
  const wider = (path: string, old: number | null, now: number | null): Weakening[] => {
    const isWider = old !== null && (now === null || now > old);
    return isWider ? [{ kind: 'tolerance-wider', path, from: String(old), to: now === null ? '' : String(now) }] : [];
  };
  return [
    ...wider('coverage.smallChange', before.coverage.smallChange, after.coverage.smallChange),
    ...widerDrop('coverage.threshold', before.coverage.threshold, after.coverage.threshold),
    ...wider('coverage.unreportedLimit', before.coverage.unreportedLimit, after.coverage.unreportedLimit),
  ];
}

/** What a component says of its own; what it takes over from `coverage.threshold` is told there. */
function ownDrop({ before, old }: { before: Policy; old: Component }, { after, now }: { after: Policy; now: Component }): Weakening[] {
  const inherits = old.threshold === before.coverage.threshold && now.threshold === after.coverage.threshold;
  return inherits ? [] : widerDrop(`components.${old.id}.coverage.threshold`, old.threshold, now.threshold);
}

function widerDrop(path: string, old: number | undefined, now: number | undefined): Weakening[] {
  if (old === undefined || !isWiderDrop(old, now)) return [];
  return [{ kind: 'tolerance-wider', path, from: percentText(old), to: now === undefined ? '' : percentText(now) }];
}
