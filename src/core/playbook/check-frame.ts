import { checkCheckpoints } from './check-checkpoints.ts';
import type { KnownIds } from './known-ids.ts';
import { needId } from './need-id.ts';
import { checkAreas } from './check-areas.ts';
import type { Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';

/** Blocks, sprints, checkpoints, gates, coverage, pyramid, phases, checklists: the frame in which the rest stands. */
export function checkFrame(playbook: Playbook, known: KnownIds): Problem[] {
  return [
    ...checkSprints(playbook),
    ...checkCheckpoints(playbook, known),
    ...checkPyramid(playbook),
    ...needId(known.blocks, 'block', { id: playbook.coverage.totalFrom, path: ['coverage', 'totalFrom'] }),
    ...playbook.phases.flatMap(({ target }, index) => needId(known.targets, 'target', { id: target, path: ['phases', index, 'target'] })),
    ...playbook.checklists.flatMap(({ groups }, list) =>
      groups.flatMap(({ criteria }, group) =>
        criteria.flatMap((id, index) => needId(known.criteria, 'criterion', { id, path: ['checklists', list, 'groups', group, 'criteria', index] })),
      ),
    ),
    ...checkAreas(playbook, known),
    ...playbook.contradictions.flatMap(({ parameters, settings }, index) => [
      ...parameters.flatMap((id, at) => needId(known.parameters, 'parameter', { id, path: ['contradictions', index, 'parameters', at] })),
      ...(settings ?? []).flatMap((setting, at) =>
        hasSetting(playbook, setting) ? [] : [{ path: ['contradictions', index, 'settings', at], message: `the playbook has no field "${setting}"` }],
      ),
    ]),
  ];
}

/** Sprints count up from 0 without a gap: every milestone belongs to one block. */
function checkSprints(playbook: Playbook): Problem[] {
  let expected = 0;
  return playbook.blocks.flatMap((block, index) =>
    block.sprints.flatMap((sprint, at) => {
      const path = ['blocks', index, 'sprints', at];
      const problem = sprint === expected ? [] : [{ path, message: `sprint ${sprint} is out of order; the next one is ${expected}` }];
      expected = sprint + 1;
      return problem;
    }),
  );
}

function checkPyramid(playbook: Playbook): Problem[] {
  const sum = playbook.pyramid.reduce((total, { share }) => total + share, 0);
  if (playbook.pyramid.length === 0 || sum === 10_000) return [];
  return [{ path: ['pyramid'], message: `the shares sum to ${sum} basis points; make them 10000 (100 %)` }];
}

function hasSetting(playbook: Playbook, setting: string): boolean {
  return (
    setting
      .split('.')
      .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), playbook) !==
    undefined
  );
}
