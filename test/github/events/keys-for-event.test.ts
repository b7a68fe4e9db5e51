import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatKey } from '../../../src/core/keys/key.ts';
import type { KeyedWork } from '../../../src/core/keys/keyed-work.ts';
import { eventTable } from '../../../src/github/events/event-table.ts';
import { factsForEvent } from '../../../src/github/events/facts-for-event.ts';
import { keysForEvent } from '../../../src/github/events/keys-for-event.ts';

interface Examples {
  readonly name: string;
  readonly examples: readonly { readonly action?: string }[];
}

const examples = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json'), 'utf8')) as Examples[];
const manifest = parse(readFileSync(new URL('../../../app.yml', import.meta.url), 'utf8')) as {
  default_events: string[];
  default_permissions: Record<string, string>;
};

function print(work: readonly KeyedWork[]): string[] {
  return work.map((one) => `${named(one)} ${one.priority}${'fanOut' in one ? ` +${one.fanOut}` : ''}`);
}

function named(one: KeyedWork): string {
  if ('merge' in one) return `${one.merge.repository}/merge`;
  if ('open' in one) return `${one.open.repository}/open`;
  return 'key' in one ? formatKey(one.key) : `${one.head.repository}/head/${one.head.sha.slice(0, 7)}`;
}

const ours = '186853002';
const issue1 = [`${ours}/issue/1 now`];
const issue2 = [`${ours}/issue/2 now`];
const pull2 = [`${ours}/pull/2 now`];
const asked = [`${ours}/policy later +open-pulls`];
const pulls = [...asked, `${ours}/standing later`];
const sprint = `${ours}/sprint later`;
const config = ['186853261/policy now +open-pulls'];

// Written by hand from semantics.md, not from what the code gives: per event and action, each distinct answer of its examples.
const expected: Record<string, Record<string, readonly (readonly string[])[]>> = {
  check_run: { created: [[]], completed: [[]], requested_action: [['9384267/head/5bd5f19 now']], rerequested: [['526/head/d6fde92 now']] },
  check_suite: {
    completed: [[`${ours}/head/ec26c3e later`], [`${ours}/head/ec26c3e later`, `${ours}/standing later`]],
    requested: [[]],
    rerequested: [[`${ours}/head/ec26c3e now`]],
  },
  // A new comment without a command is none of ours.
  issue_comment: { created: [[]], edited: [issue1], deleted: [issue1] },
  issues: {
    // What criteria count and the sprint of an item may change every open pull request; a title or a text does not.
    opened: [[...issue1, ...pulls, sprint]],
    edited: [issue1],
    deleted: [[...issue1, ...pulls, sprint]],
    reopened: [[...issue1, ...pulls, sprint]],
    labeled: [[...issue1, ...pulls]],
    unlabeled: [[...issue1, ...pulls]],
    transferred: [['17273051/issue/1 now']],
    milestoned: [[...issue2, ...pulls, sprint]],
    demilestoned: [[...issue2, ...pulls, sprint]],
    // A label may make it one that a criterion counts, which lets in whoever it is assigned to.
    assigned: [asked],
    unassigned: [asked],
    locked: [[]],
    unlocked: [[]],
    pinned: [[]],
    unpinned: [[]],
  },
  merge_group: { checks_requested: [['17273051/group/2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d now']] },
  milestone: { created: [[]], closed: [pulls], deleted: [pulls] },
  pull_request: {
    opened: [pull2],
    closed: [pull2],
    converted_to_draft: [pull2],
    labeled: [pull2],
    unlabeled: [pull2],
    ready_for_review: [pull2],
    reopened: [pull2],
    // The head that it left may be another pull request's as well.
    synchronize: [[...pull2, `${ours}/head/f95f852 later`]],
    assigned: [[]],
    unassigned: [[]],
    locked: [[]],
    unlocked: [[]],
    review_requested: [[]],
    review_request_removed: [[]],
  },
  // Tags, a branch that is not the default one, and the default one.
  push: { '*': [[], [`${ours}/standing later`]] },
  repository: {
    // One example changes the description, another the default branch.
    edited: [[], config],
    transferred: [config],
    created: [[]],
    renamed: [[]],
    privatized: [[]],
    publicized: [[]],
  },
  workflow_run: {
    completed: [['283462325/head/5779607 now'], ['300029405/head/3484a3f now', '300029405/standing later']],
    requested: [['300029405/head/3484a3f later']],
  },
  installation: {
    created: [['957387/install now']],
    new_permissions_accepted: [['957387/install now']],
    unsuspend: [['16598467/install now']],
    deleted: [[]],
    suspend: [[]],
  },
  installation_repositories: { added: [['957387/install now']], removed: [[]] },
};

describe('the keys of GitHub’s own example payloads', () => {
  const subscribed = examples.filter(({ name }) => name in expected);

  it.each(subscribed.map(({ name, examples: of }) => [name, of] as const))('are the expected ones for %s', (name, payloads) => {
    const found: Record<string, string[][]> = {};
    for (const payload of payloads) {
      const answers = (found[payload.action ?? '*'] ??= []);
      const answer = print(keysForEvent(name, payload));
      if (!answers.some((known) => known.join() === answer.join())) answers.push(answer);
    }
    const sorted = Object.fromEntries(Object.entries(found).map(([action, answers]) => [action, answers.toSorted((a, b) => a.join().localeCompare(b.join()))]));
    expect(sorted).toEqual(expected[name]);
  });

  it('never crash it, whatever the event and however much of the payload is missing', () => {
    for (const { name, examples: payloads } of examples) {
      for (const payload of payloads) {
        keysForEvent(name, payload);
        factsForEvent(name, payload);
        for (const key of Object.keys(payload)) {
          keysForEvent(name, { ...payload, [key]: null });
          factsForEvent(name, { ...payload, [key]: null });
        }
      }
    }
    for (const odd of [null, undefined, 7, 'text', [], { action: 'opened' }, { action: 'opened', repository: { id: -1 }, pull_request: { number: 'x' } }]) {
      for (const name of Object.keys(eventTable)) expect(keysForEvent(name, odd).filter((work) => 'key' in work && work.key.kind !== 'install')).toEqual([]);
    }
  });

  it('give nothing for an event that we did not ask for', () => {
    expect(keysForEvent('star', { action: 'created' })).toEqual([]);
    expect(keysForEvent('constructor', { action: 'created' })).toEqual([]);
  });
});

const repository = { id: 1, name: 'shop', full_name: 'acme/shop', default_branch: 'main' };
const person = { type: 'User', login: 'ana' };
const bot = { type: 'Bot', login: 'sprintgate[bot]' };
const bot2 = { type: 'Bot', login: 'forger[bot]' };
const own = { appId: 42, botLogin: 'sprintgate[bot]' };

function push(paths: string[], more: object = {}): unknown {
  return { ref: 'refs/heads/main', forced: false, commits: [{ added: [], modified: paths, removed: [] }], repository, sender: person, ...more };
}

describe('the keys of an event', () => {
  const cases: readonly [string, string, unknown, string[]][] = [
    [
      'another app’s check under a name of ours has its commit looked at',
      'check_run',
      { action: 'created', check_run: { name: 'sprintgate/coverage', head_sha: 'c0ffee1', app: { id: 7 } }, repository, sender: bot2 },
      ['1/head/c0ffee1 now'],
    ],
    [
      'another app’s check under another name does not',
      'check_run',
      { action: 'completed', check_run: { name: 'lint', head_sha: 'c0ffee1', app: { id: 7 } }, repository, sender: bot2 },
      [],
    ],
    [
      'our own check does not',
      'check_run',
      { action: 'completed', check_run: { name: 'sprintgate/coverage', head_sha: 'c0ffee1', app: { id: 42 } }, repository, sender: bot },
      [],
    ],
    [
      'a command on a pull request that asks for another look touches both',
      'issue_comment',
      { action: 'created', issue: { number: 3, pull_request: { url: 'x' } }, comment: { body: 'Ready.\n/sprintgate recheck' }, repository, sender: person },
      ['1/issue/3 now', '1/pull/3 now'],
    ],
    [
      'another command on a pull request is decided first',
      'issue_comment',
      { action: 'created', issue: { number: 3, pull_request: { url: 'x' } }, comment: { body: '/sprintgate approve' }, repository, sender: person },
      ['1/issue/3 now'],
    ],
    [
      'a plain comment on a pull request does not touch its gates',
      'issue_comment',
      { action: 'created', issue: { number: 3, pull_request: { url: 'x' } }, comment: { body: 'Nice! Try `/sprintgate help`' }, repository, sender: person },
      [],
    ],
    ['an ordinary issue changes nothing', 'issues', { action: 'opened', issue: { number: 3, labels: [], body: 'It fails' }, repository, sender: person }, []],
    ['nor when it is closed', 'issues', { action: 'closed', issue: { number: 3, labels: [], body: null, milestone: null }, repository, sender: person }, []],
    [
      'one of ours without a label does, as a condition that is closed',
      'issues',
      { action: 'closed', issue: { number: 3, labels: [], body: '<!-- sprintgate:1 unit=. id=x digest=0123456789abcdef -->' }, repository, sender: person },
      ['1/issue/3 now', '1/policy later +open-pulls', '1/standing later'],
    ],
    [
      'nor is one forgotten whose last label is taken off, or whose marker a person removed',
      'issues',
      {
        action: 'edited',
        issue: { number: 3, labels: [], body: 'mine now' },
        changes: { body: { from: '<!-- sprintgate:1 unit=' } },
        repository,
        sender: person,
      },
      ['1/issue/3 now'],
    ],
    [
      'an edited one may have been our report',
      'issue_comment',
      { action: 'edited', issue: { number: 3, pull_request: { url: 'x' } }, comment: { body: 'Nice!' }, repository, sender: person },
      ['1/issue/3 now', '1/pull/3 now'],
    ],
    [
      'a deleted one too',
      'issue_comment',
      { action: 'deleted', issue: { number: 3, pull_request: { url: 'x' } }, comment: { body: 'Nice!' }, repository, sender: person },
      ['1/issue/3 now', '1/pull/3 now'],
    ],
    [
      'a checkpoint’s label may come after the review that was meant for it',
      'pull_request',
      { action: 'labeled', label: { name: 'checkpoint:security-review' }, pull_request: { number: 3 }, repository, sender: person },
      ['1/pull/3 now', '1/issue/3 now'],
    ],
    [
      'any other label is none of a conversation’s',
      'pull_request',
      { action: 'labeled', label: { name: 'bug' }, pull_request: { number: 3 }, repository, sender: person },
      ['1/pull/3 now'],
    ],
    [
      'a review of a pull request labelled for a checkpoint may sign it',
      'pull_request_review',
      { action: 'submitted', review: {}, pull_request: { number: 3, labels: [{ name: 'checkpoint:security-review' }] }, repository, sender: person },
      ['1/issue/3 now'],
    ],
    [
      'any other review is none of ours',
      'pull_request_review',
      { action: 'submitted', review: {}, pull_request: { number: 3, labels: [{ name: 'bug' }] }, repository, sender: person },
      [],
    ],
    [
      'a review that is dismissed may have signed, whatever the labels are now',
      'pull_request_review',
      { action: 'dismissed', review: {}, pull_request: { number: 3, labels: [] }, repository, sender: person },
      ['1/issue/3 now'],
    ],
    [
      'an issue that is closed may be counted by every open pull request',
      'issues',
      { action: 'closed', issue: { number: 3, labels: [{ name: 'bug' }] }, repository, sender: person },
      ['1/issue/3 now', '1/policy later +open-pulls', '1/standing later'],
    ],
    [
      'a merge may void a sign-off that every open pull request rests on',
      'pull_request',
      { action: 'closed', pull_request: { number: 3, merged: true }, repository, sender: person },
      ['1/pull/3 now', '1/merge later'],
    ],
    [
      'one that is closed without a merge tells of itself alone',
      'pull_request',
      { action: 'closed', pull_request: { number: 3, merged: false }, repository, sender: person },
      ['1/pull/3 now'],
    ],
    [
      'a pushed config touches all open pull requests',
      'push',
      push(['.github/sprintgate.yml']),
      ['1/policy now +open-pulls', '1/sprint later', '1/standing later'],
    ],
    ['a pushed playbook file does too', 'push', push(['.github/sprintgate/playbook.yml']), ['1/policy now +open-pulls', '1/sprint later', '1/standing later']],
    ['a push of other files tells how the repository stands', 'push', push(['src/a.ts', '.github/workflows/ci.yml']), ['1/standing later']],
    ['a push to another branch does not', 'push', push(['.github/sprintgate.yml'], { ref: 'refs/heads/topic' }), []],
    ['a forced push may have changed anything', 'push', push([], { forced: true }), ['1/policy now +open-pulls', '1/sprint later', '1/standing later']],
    [
      'an organisation’s config touches all its repositories',
      'push',
      push(['sprintgate.yml'], { repository: { ...repository, name: '.github' } }),
      ['1/policy now +installation', '1/sprint later', '1/standing later'],
    ],
    [
      'a run for a merge group belongs to the group',
      'workflow_run',
      { action: 'completed', workflow_run: { event: 'merge_group', head_sha: 'abcdef1' }, repository },
      ['1/group/abcdef1 now'],
    ],
    [
      'a first attempt that starts was told when it was requested',
      'workflow_run',
      { action: 'in_progress', workflow_run: { event: 'pull_request', head_sha: 'abcdef1', run_attempt: 1 }, repository },
      [],
    ],
    [
      'a second attempt that starts withdraws evidence',
      'workflow_run',
      { action: 'in_progress', workflow_run: { event: 'pull_request', head_sha: 'abcdef1', run_attempt: 2 }, repository },
      ['1/head/abcdef1 later'],
    ],
    [
      'a run that ended on the default branch tells how the repository stands',
      'workflow_run',
      { action: 'completed', workflow_run: { event: 'push', head_sha: 'abcdef1', head_branch: 'main', head_repository: { id: 1 } }, repository },
      ['1/head/abcdef1 now', '1/standing later'],
    ],
    [
      'a fork’s branch of that name does not, nor does a run that only begins',
      'workflow_run',
      { action: 'completed', workflow_run: { event: 'pull_request', head_sha: 'abcdef1', head_branch: 'main', head_repository: { id: 2 } }, repository },
      ['1/head/abcdef1 now'],
    ],
    [
      'a suite of another app on the default branch as well',
      'check_suite',
      { action: 'completed', check_suite: { head_sha: 'abcdef1', head_branch: 'main', app: { id: 7 } }, repository },
      ['1/head/abcdef1 later', '1/standing later'],
    ],
    [
      'a suite of GitHub Actions is told by its runs',
      'check_suite',
      { action: 'completed', check_suite: { head_sha: 'abcdef1', app: { id: 15368 } }, repository },
      [],
    ],
    ['a suite of ours is an echo', 'check_suite', { action: 'completed', check_suite: { head_sha: 'abcdef1', app: { id: 42 } }, repository }, []],
    [
      'a suite of another app may be counted by a criterion',
      'check_suite',
      { action: 'completed', check_suite: { head_sha: 'abcdef1', app: { id: 7 } }, repository },
      ['1/head/abcdef1 later'],
    ],
    [
      'our check asked for again',
      'check_run',
      { action: 'rerequested', check_run: { head_sha: 'abcdef1', app: { id: 42 } }, repository, sender: person },
      ['1/head/abcdef1 now'],
    ],
    [
      'another app’s check asked for again',
      'check_run',
      { action: 'rerequested', check_run: { head_sha: 'abcdef1', app: { id: 7 } }, repository, sender: person },
      [],
    ],
    ['a deployment that waits, by its run', 'deployment_protection_rule', { action: 'requested', workflow_run: { id: 77 }, repository }, ['1/deploy/77 now']],
    [
      'a deployment that waits, by its callback',
      'deployment_protection_rule',
      { action: 'requested', deployment_callback_url: 'https://api.github.com/repos/a/b/actions/runs/78/deployment_protection_rule', repository },
      ['1/deploy/78 now'],
    ],
    [
      'our own comment is an echo',
      'issue_comment',
      {
        action: 'created',
        issue: { number: 3 },
        comment: { performed_via_github_app: { id: 42 } },
        repository,
        sender: { type: 'Bot', login: 'renamed[bot]' },
      },
      [],
    ],
    [
      'a person who edits our comment is none',
      'issue_comment',
      { action: 'edited', issue: { number: 3 }, comment: { performed_via_github_app: { id: 42 } }, repository, sender: person },
      ['1/issue/3 now'],
    ],
    [
      'another bot that labels our issue is none',
      'issues',
      {
        action: 'labeled',
        label: { name: 'bug' },
        issue: { number: 3, performed_via_github_app: { id: 42 } },
        repository,
        sender: { type: 'Bot', login: 'other[bot]' },
      },
      ['1/issue/3 now', '1/policy later +open-pulls', '1/standing later'],
    ],
    ['our own label is an echo', 'issues', { action: 'labeled', issue: { number: 3 }, repository, sender: bot }, []],
    [
      'another app’s pull request is work like any other',
      'pull_request',
      { action: 'opened', pull_request: { number: 3 }, repository, sender: { type: 'Bot', login: 'dependabot[bot]' } },
      ['1/pull/3 now'],
    ],
  ];

  it.each(cases)('%s', (...[, event, payload, keys]) => {
    expect(print(keysForEvent(event, payload, own))).toEqual(keys);
  });
});

describe('the facts of an event', () => {
  it('say which installation a repository belongs to, and where a pull request’s head is', () => {
    const pull_request = { number: 3, state: 'open', updated_at: '2027-01-01T00:00:00Z', head: { sha: 'abcdef1' }, base: { ref: 'main' } };
    expect(factsForEvent('pull_request', { action: 'opened', repository, installation: { id: 9 }, pull_request })).toEqual({
      repositories: [{ id: 1, owner: 'acme', name: 'shop', installation: 9 }],
      pulls: [{ repository: 1, number: 3, headSha: 'abcdef1', baseRef: 'main', open: true, updatedAt: '2027-01-01T00:00:00Z' }],
      merges: [],
      removed: null,
    });
  });

  it('say when a pull request was merged, by whom and with which head', () => {
    const merged_by = { id: 5, login: 'ana' };
    const merged = { number: 3, state: 'closed', merged_at: '2027-01-02T00:00:00Z', merge_commit_sha: 'fedcba9', head: { sha: 'abcdef1' } };
    const facts = { repository: 1, pull: 3, at: '2027-01-02T00:00:00Z', headSha: 'abcdef1', mergeSha: 'fedcba9' };
    const told = (action: string, pull_request: object) => factsForEvent('pull_request', { action, repository, installation: { id: 9 }, pull_request }).merges;
    expect(told('closed', { ...merged, merged_by })).toEqual([{ ...facts, by: { id: 5, login: 'ana' } }]);
    // Whose account is gone.
    expect(told('closed', { ...merged, merged_by: null })).toEqual([{ ...facts, by: null }]);
    // Lists of pull requests do not name who merged: they must not keep it from being told.
    expect(told('labeled', merged)).toEqual([]);
    expect(told('closed', { ...merged, merged_at: null })).toEqual([]);
    expect(told('closed', { ...merged, merged_by, merged_at: 'yesterday' })).toEqual([]);
  });

  it('say where the app was removed', () => {
    expect(factsForEvent('installation', { action: 'deleted', installation: { id: 9 }, repositories: [{ id: 1, full_name: 'acme/shop' }] })).toEqual({
      repositories: [],
      pulls: [],
      merges: [],
      removed: { installation: 9, repositories: null },
    });
    expect(factsForEvent('installation_repositories', { action: 'removed', installation: { id: 9 }, repositories_removed: [{ id: 1 }] }).removed).toEqual({
      installation: 9,
      repositories: [1],
    });
    expect(factsForEvent('repository', { action: 'deleted', installation: { id: 9 }, repository })).toEqual({
      repositories: [],
      pulls: [],
      merges: [],
      removed: { installation: 9, repositories: [1] },
    });
    expect(factsForEvent('issues', { action: 'deleted', installation: { id: 9 }, repository }).repositories).toHaveLength(1);
  });
});

describe('the manifest', () => {
  it('subscribes to exactly the events of the table, but for those that always come', () => {
    const always = ['installation', 'installation_repositories'];
    expect(manifest.default_events).toEqual(
      Object.keys(eventTable)
        .filter((event) => !always.includes(event))
        .toSorted(),
    );
  });

  it('asks for nothing that docs/permissions.md does not explain, and the page for nothing else', () => {
    const page = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)` \| (read|write) \|/gm)].map(([, name, access]) => [name, access]);
    expect(Object.fromEntries(rows)).toEqual(manifest.default_permissions);
    expect([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(expect.arrayContaining(manifest.default_events));
  });
});
