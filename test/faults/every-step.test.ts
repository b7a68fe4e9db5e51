import { describe, expect, it } from 'vitest';
import { everyStep, everyWrite } from './every-step.ts';
import { killTable } from './kill-table.ts';

const steps = [
  new Map([
    ['install/judged', 3],
    ['delivery-stored', 1],
  ]),
  new Map([
    ['delivery-stored', 9],
    ['pull/write-applied', 5],
  ]),
];

describe('kills everywhere', () => {
  it('each step is killed at where it comes first, and at a later time that the seed says', () => {
    const kills = everyStep({ steps }, 3).flat();
    const first = (step: string, scene: number) => ({ kind: 'kill-at-step', step, scene, occurrence: 1 });
    expect(kills).toEqual(expect.arrayContaining([first('install/judged', 0), first('delivery-stored', 0), first('pull/write-applied', 1)]));
    expect(new Set(kills.map((kill) => JSON.stringify(kill))).size).toBe(kills.length);
    expect(everyStep({ steps }, 3)).toEqual(everyStep({ steps }, 3));
  });

  it('each write is killed at before and after it is carried out, few of a scene in a run', () => {
    const lists = everyWrite({ writes: [1, 4] });
    expect(lists.flat()).toHaveLength(10);
    for (const list of lists) for (const scene of [0, 1]) expect(list.filter((fault) => fault.scene === scene).length).toBeLessThanOrEqual(3);
  });

  it('the table shows a step that was not reached', () => {
    const planned = everyStep({ steps }, 3).flat();
    expect(killTable(['delivery-stored 1', 'issues/create after', 'delivery-stored 4'], planned)).toBe(
      [
        '| killed at | times |',
        '| --- | --- |',
        '| `delivery-stored` | 2 |',
        '| `install/judged` | 0 |',
        '| `issues/create after` | 1 |',
        '| `pull/write-applied` | 0 |',
      ].join('\n'),
    );
  });
});
