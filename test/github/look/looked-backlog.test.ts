import { expect, test } from 'vitest';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import { lookedBacklog } from '../../../src/github/look/looked-backlog.ts';
import type { LookedBacklog } from '../../../src/github/look/look.ts';
import type { Backlog } from '../../../src/github/snapshot/read-backlog.ts';
import { inputOf, lookOf, memory, restOf } from './look-world-input.ts';

const asked = { authors: ['sprintgate[bot]'], labels: [] };
const seen: LookedBacklog = {
  milestones: [],
  labels: [
    { id: 'LA_1', name: 'done' },
    { id: 'LA_2', name: 'open' },
  ],
  total: 1,
  last: 1,
  newest: '2027-01-12T17:00:00Z',
  changed: [],
  counts: {},
};
const issue = { number: 1, labels: ['done'], milestone: null, body: wrapMarked('.', 'a', 'Text'), author: { id: 1, login: 'sprintgate[bot]' } };
const read = { issues: [issue], milestones: [], counts: { openIssuesByLabel: {}, absentLabels: [] }, unavailable: [] } as unknown as Backlog;
const other = { ...read, issues: [] };

async function second(backlog: LookedBacklog): Promise<Backlog> {
  const kept = memory();
  await lookedBacklog(inputOf({ kept, look: lookOf({ backlog: { value: seen } }), rest: restOf({ backlog: async () => read }) })).backlog(asked);
  const world = lookedBacklog(inputOf({ kept, look: lookOf({ backlog: { value: backlog } }), rest: restOf({ backlog: async () => other }) }));
  return world.backlog(asked);
}

test('where nothing happened to issues and labels, our issues are not read again', async () => {
  expect((await second(seen)).issues).toEqual([issue]);
});

test.each<[string, Partial<LookedBacklog>]>([
  ['an issue was deleted', { total: 0, last: 0 }],
  ['an issue was deleted and another opened', { changed: [{ ...issue, number: 2 }] as unknown as LookedBacklog['changed'], last: 2 }],
  ['a label was renamed', { labels: [seen.labels[0] as { id: string; name: string }, { id: 'LA_2', name: 'later' }] }],
  [
    'two labels changed names',
    {
      labels: [
        { id: 'LA_1', name: 'open' },
        { id: 'LA_2', name: 'done' },
      ],
    },
  ],
  ['a label was deleted and made again', { labels: [{ id: 'LA_3', name: 'done' }, seen.labels[1] as { id: string; name: string }] }],
])('%s: our issues are read again', async (_what, change) => {
  expect(await second({ ...seen, ...change })).toEqual(other);
});
