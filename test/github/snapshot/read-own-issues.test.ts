import { afterEach, describe, expect, test } from 'vitest';
import { adoptedLabel } from '../../../src/core/backlog/backlog-labels.ts';
import { findSeeded } from '../../../src/core/backlog/find-seeded.ts';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import { readOwnIssues } from '../../../src/github/snapshot/read-own-issues.ts';
import { type TinyGitHub, tinyGitHub } from '../authorities/tiny-github.ts';

const open: TinyGitHub[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

function listed(number: number, login: string, more: Record<string, unknown> = {}) {
  const body = wrapMarked('.', `item-${number}`, 'words');
  return {
    id: number * 10,
    number,
    title: 'Item',
    body,
    state: 'open',
    html_url: '',
    user: { id: number, login, type: 'User' },
    milestone: null,
    labels: [],
    ...more,
  };
}

describe('our issues', () => {
  test('are those of accepted authors and the adopted ones, for the gates as for seeding', async () => {
    const all = [
      listed(4, 'Robot[bot]'),
      listed(3, 'eve'),
      listed(2, 'eve', { labels: [{ name: adoptedLabel }] }),
      listed(5, 'robot[bot]', { body: 'no marker' }),
      listed(6, 'robot[bot]', { pull_request: { url: '' } }),
    ];
    const server = await tinyGitHub({ 'GET /repos/acme/aval/issues': { body: all }, 'GET /repos/acme/aval/milestones': { body: [] } });
    open.push(server);
    const { issues } = await readOwnIssues(server.github, { owner: 'acme', repo: 'aval' }, ['robot[bot]']);
    expect(issues.map(({ number }) => number)).toEqual([2, 4]);
    const seeded = findSeeded(
      '.',
      issues.map((issue) => ({ ...issue, hasParent: null })),
      [{ login: 'robot[bot]', id: null }],
    );
    expect([...seeded.byId.values()].map(({ issue }) => issue.number)).toEqual([2, 4]);
    expect(seeded.foreign).toEqual([]);
  });
});
