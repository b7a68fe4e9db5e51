import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;
const repository = 'acme/shop';

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  await acme.github.close();
});

describe('merge queue (§4)', () => {
  function queued(branch: string): number {
    acme.github.people.commit({ repository, as: 'luis', branch, files: { [`${branch}.ts`]: '1' } });
    const pull = acme.github.people.openPull({ repository, as: 'luis', head: branch });
    acme.github.people.enqueue({ repository, as: 'luis', number: pull.number });
    return pull.number;
  }

  test('a group has a commit of its own, and the payload names no pull request', () => {
    queued('one');
    const payload = JSON.parse(acme.github.webhooks.ofEvent('merge_group', 'checks_requested')[0]?.body ?? '{}') as {
      merge_group: { head_sha: string; head_ref: string };
    };
    const heads = [...acme.repository.issues.values()].map((issue) => issue.pull?.headSha);
    expect(heads).not.toContain(payload.merge_group.head_sha);
    expect(payload.merge_group.head_ref).toMatch(/^refs\/heads\/gh-readonly-queue\/main\//);
    expect(JSON.stringify(payload.merge_group)).not.toContain('pull_request');
  });

  test("GraphQL leads from the group's commit to its pull requests, in order", async () => {
    const numbers = [queued('one'), queued('two')];
    const data = await acme.bot.graphql<{
      repository: { mergeQueue: { entries: { nodes: { position: number; headCommit: { oid: string }; pullRequest: { number: number } }[] } } };
    }>(
      'query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { mergeQueue(branch: "main") { entries(first: 10) { nodes { position headCommit { oid } pullRequest { number } } } } } }',
      at,
    );
    const { nodes } = data.repository.mergeQueue.entries;
    expect(nodes.map((entry) => [entry.position, entry.pullRequest.number])).toEqual([
      [1, numbers[0]],
      [2, numbers[1]],
    ]);
    expect(acme.github.state.objects.commits.get(nodes[1]?.headCommit.oid ?? '')?.parents[0]).toBe(nodes[0]?.headCommit.oid);
    acme.github.assertClean();
  });

  test('leaving the queue destroys the group with its reason', () => {
    const number = queued('one');
    acme.github.people.dequeue({ repository, as: 'luis', number, reason: 'merged' });
    expect(JSON.parse(acme.github.webhooks.ofEvent('merge_group', 'destroyed')[0]?.body ?? '{}')).toMatchObject({ reason: 'merged' });
    expect(acme.repository.issues.get(number)?.pull?.merged).toBe(true);
  });
});

describe('deployment gates (§5)', () => {
  function waiting() {
    acme.github.people.guardEnvironment({ repository, environment: 'production' });
    const { run } = acme.github.people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/deploy.yml', conclusion: null });
    acme.github.people.deploy({ repository, as: 'luis', run, environment: 'production' });
    return run;
  }

  const report = (runId: number, body: object) =>
    acme.bot.request('POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule', {
      ...at,
      run_id: runId,
      environment_name: 'production',
      comment: 'still checking',
      ...body,
    } as never);

  test('the payload carries a callback that the app posts to', () => {
    const run = waiting();
    const payload = JSON.parse(acme.github.webhooks.ofEvent('deployment_protection_rule', 'requested')[0]?.body ?? '{}') as {
      deployment_callback_url: string;
      environment: string;
    };
    expect([payload.environment, payload.deployment_callback_url]).toEqual([
      'production',
      `${acme.github.url}/repos/acme/shop/actions/runs/${run.id}/deployment_protection_rule`,
    ]);
  });

  test('ten reports without a decision are taken, of at most 1,024 characters', async () => {
    const run = waiting();
    for (let index = 0; index < 10; index += 1) expect((await report(run.id, {})).status).toBe(204);
    expect((await refused(report(run.id, {}))).status).toBe(422);
    expect((await refused(report(run.id, { comment: 'x'.repeat(1025) }))).status).toBe(422);
  });

  test('a waiting run is found by polling, and a decision is final', async () => {
    const run = waiting();
    expect((await acme.bot.rest.actions.listWorkflowRunsForRepo({ ...at, status: 'waiting' })).data.total_count).toBe(1);
    expect((await acme.bot.rest.actions.getPendingDeploymentsForRun({ ...at, run_id: run.id })).data).toHaveLength(1);
    await report(run.id, { state: 'approved', comment: 'ready' });
    expect((await acme.bot.rest.actions.getReviewsForRun({ ...at, run_id: run.id })).data.map((one) => one.state)).toEqual(['approved']);
    expect((await refused(report(run.id, { state: 'rejected' }))).status).toBe(422);
    acme.github.assertClean();
  });

  test("a person's token cannot answer for the app", async () => {
    const run = waiting();
    expect(
      (
        await refused(
          acme
            .as('ana')
            .request('POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule', {
              ...at,
              run_id: run.id,
              environment_name: 'production',
              state: 'approved',
              comment: '',
            }),
        )
      ).status,
    ).toBe(403);
  });
});
