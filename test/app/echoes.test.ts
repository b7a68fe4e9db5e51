import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmallPull, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

type Sent = Stage['github']['webhooks']['deliveries'][number];

/** What GitHub was asked on account of these deliveries, taken once more and nothing else. */
async function costOf(deliveries: readonly Sent[]): Promise<string[]> {
  const mark = stage.github.requests.mark();
  // Under new ids, for under their own they are known.
  for (const { guid, event, body } of deliveries) await stage.app.engine.accept({ id: `again-${guid}`, event, body });
  await stage.settle();
  return stage.github.requests.since(mark).entries.map(({ method, path }) => `${method} ${path}`);
}

interface Examples {
  readonly name: string;
  readonly examples: readonly object[];
}

/** GitHub's own examples of these events, as if our app had caused them in a repository of the stage. */
function causedByUs(there: object, events: readonly string[]): Sent[] {
  const path = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');
  const ours = { ...there, sender: { type: 'Bot', login: `${stage.github.app.slug}[bot]` } };
  const named = (JSON.parse(readFileSync(path, 'utf8')) as Examples[]).filter(({ name }) => events.includes(name));
  expect(named.map(({ name }) => name).toSorted()).toEqual(events.toSorted());
  return named.flatMap(({ name, examples }) =>
    examples.map((example, index) => ({ guid: `${name}-${index}`, event: name, body: JSON.stringify({ ...example, ...ours }) }) as Sent),
  );
}

describe('what costs no request', () => {
  it('labels, milestones, reactions, statuses and reviews of deployments that we wrote, of whatever action', async () => {
    const repository = await stage.repository('written');
    const known = await stage.store.directory.repository(repository.id);
    const there = { repository: { id: repository.id, full_name: `acme/${repository.name}` }, installation: { id: known?.installation } };
    const events = ['label', 'milestone', 'status', 'deployment_status', 'deployment_review', 'issues', 'issue_comment', 'pull_request', 'pull_request_review'];
    const sent = causedByUs(there, [...events, 'check_run']);
    expect(sent.length).toBeGreaterThan(40);
    expect(await costOf(sent)).toEqual([]);
  });

  it('the echo of what we write: checks, receipts, reactions, issues', async () => {
    const { people, webhooks } = stage.github;
    const repository = await stage.repository('echo');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    const from = webhooks.deliveries.length;
    people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate override the plant is down' });
    await stage.settle();
    const echoes = webhooks.deliveries.slice(from).filter(({ body }) => (JSON.parse(body) as { sender?: { type?: string } }).sender?.type === 'Bot');
    const kinds = new Set(echoes.map(({ event, action }) => `${event}.${action}`));
    expect([...kinds]).toEqual(expect.arrayContaining(['issue_comment.created', 'issues.opened', 'check_suite.completed']));
    expect(await costOf(echoes)).toEqual([]);
  });

  it('a workflow of twenty jobs that posts its checks', async () => {
    const { people, webhooks } = stage.github;
    const repository = await stage.repository('twenty');
    const from = webhooks.deliveries.length;
    const jobs = Array.from({ length: 20 }, (_, index) => `job-${index}`);
    people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', event: 'push', jobs, conclusion: 'success' });
    await stage.settle();
    expect(webhooks.deliveries.slice(from).filter(({ event }) => event === 'check_run').length).toBeGreaterThanOrEqual(20);
    expect(await costOf(webhooks.deliveries.slice(from).filter(({ event }) => event.startsWith('check_')))).toEqual([]);
  });
});
