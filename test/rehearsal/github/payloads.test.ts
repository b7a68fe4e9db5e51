import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAcme } from './acme.ts';
import type { Acme } from './acme.ts';

type Json = Record<string, unknown>;

const repository = 'acme/shop';

/** What examples have because they show a pull request, a transfer or a deployment, and two old names of a repository's fields in `push`. */
const absent = new Set(['issue.draft', 'issue.pull_request', 'changes', 'check_run.deployment', 'repository.master_branch', 'repository.stargazers']);

let acme: Acme;

function story(): void {
  const { people } = acme.github;
  people.createMilestone({ repository, as: 'ana', title: 'Sprint 0', due_on: '2027-01-22T12:00:00Z' });
  people.openIssue({ repository, as: 'luis', title: 'One', labels: ['bug'], milestone: 1, assignees: ['ana'] });
  const comment = people.comment({ repository, as: 'eva', number: 1, body: 'hello' });
  people.editComment({ repository, as: 'eva', comment: comment.id, body: 'hello again' });
  people.deleteComment({ repository, as: 'ana', comment: comment.id });
  people.editIssue({ repository, as: 'luis', number: 1, title: 'Uno' });
  people.close({ repository, as: 'luis', number: 1 });
  people.reopen({ repository, as: 'luis', number: 1 });
  people.commit({ repository, as: 'luis', branch: 'feature', files: { 'a.ts': '1' } });
  const pull = people.openPull({ repository, as: 'luis', head: 'feature' });
  people.pushToPull({ repository, as: 'luis', number: pull.number, files: { 'b.ts': '2' } });
  people.review({ repository, as: 'ana', number: pull.number, event: 'APPROVE' });
  people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: pull.number });
  people.enqueue({ repository, as: 'luis', number: pull.number });
  people.dequeue({ repository, as: 'luis', number: pull.number, reason: 'merged' });
  people.addTeam({ organisation: 'acme', name: 'Architects', members: ['luis'] });
  people.rename({ repository, as: 'ana', name: 'store' });
}

beforeAll(async () => {
  acme = await startAcme();
  story();
});

afterAll(async () => {
  await acme.github.close();
});

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys of GitHub's example that ours has not, two levels deep. */
function missing(example: Json, ours: Json, depth = 2, path = ''): string[] {
  return Object.keys(example).flatMap((key) => {
    if (absent.has(`${path}${key}`)) return [];
    if (!(key in ours)) return [`${path}${key}`];
    const [theirs, mine] = [example[key], ours[key]];
    return depth > 1 && isObject(theirs) && isObject(mine) ? missing(theirs, mine, depth - 1, `${path}${key}.`) : [];
  });
}

function example(event: string, action: string | undefined): Json {
  const all = (examples as unknown as { name: string; examples: Json[] }[]).find((one) => one.name === event)?.examples ?? [];
  const fitting = all.find((one) => one['action'] === action) ?? all[0];
  if (fitting === undefined) throw new Error(`no example for ${event}`);
  return fitting;
}

test.each([
  ['issues', 'opened'],
  ['issues', 'edited'],
  ['issues', 'closed'],
  ['issues', 'labeled'],
  ['issues', 'milestoned'],
  ['issue_comment', 'created'],
  ['issue_comment', 'edited'],
  ['issue_comment', 'deleted'],
  ['milestone', 'created'],
  ['label', 'created'],
  ['pull_request', 'opened'],
  ['pull_request', 'synchronize'],
  ['pull_request', 'closed'],
  ['pull_request_review', 'submitted'],
  ['check_run', 'created'],
  ['check_run', 'completed'],
  ['check_suite', 'requested'],
  ['check_suite', 'completed'],
  ['workflow_run', 'requested'],
  ['workflow_run', 'completed'],
  ['push', undefined],
  ['create', undefined],
  ['merge_group', 'checks_requested'],
  ['installation', 'created'],
  ['membership', 'added'],
  ['repository', 'renamed'],
])("a webhook %s %s carries what GitHub's example carries (§8)", (event, action) => {
  const [delivery] = acme.github.webhooks.ofEvent(event, action);
  expect(delivery, `no ${event} ${action ?? ''} was sent`).toBeDefined();
  expect(missing(example(event, action), JSON.parse(delivery?.body ?? '{}') as Json)).toEqual([]);
});
