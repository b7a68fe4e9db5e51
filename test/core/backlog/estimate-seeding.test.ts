import { expect, test } from 'vitest';
import { estimateSeeding } from '../../../src/core/backlog/estimate-seeding.ts';
import type { Write } from '../../../src/core/plan/write.ts';

const issue: Write = { do: 'create-issue', key: 'a', title: 'A', body: '', labels: [], milestone: null };
const link: Write = { do: 'add-sub-issue', parent: 1, child: 2 };
const many = (write: Write, count: number): Write[] => Array.from({ length: count }, () => write);

test.each([
  ['nothing', [], 0],
  ['one write', [issue], 0],
  ['a hundred issues, three seconds apart', many(issue, 100), 297],
  ['a hundred links, a second apart', many(link, 100), 99],
  ['as many as an hour takes', many(issue, 480), 479 * 3],
  ['one more: it waits for the hour to end', many(issue, 481), 3600],
  ['issues and links of one project', [...many(issue, 250), ...many(link, 240)], 3600 + 9 * 3],
])('%s', (_name, writes, seconds) => {
  expect(estimateSeeding(writes)).toEqual({ writes: writes.length, seconds });
});

test('counts what was written before', () => {
  expect(estimateSeeding([issue], undefined, [0, 1000]).seconds).toBe(3);
});

test('keeps under 80 a minute where writes need no spacing', () => {
  const limits = { perMinute: 80, perHour: 480, spacing: 0, quietSpacing: 0 };
  expect(estimateSeeding(many(issue, 161), limits).seconds).toBe(120);
});
