import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verify } from '@octokit/webhooks-methods';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let acme: Acme;
let received: Received[];
let answer: number;
let close: () => Promise<void>;

beforeEach(async () => {
  received = [];
  answer = 202;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  acme = await startAcme();
  acme.github.setHookUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`);
  close = () => new Promise((resolve) => server.close(() => resolve()));
});

afterEach(async () => {
  await acme.github.close();
  await close();
});

function events(): string[] {
  return received.map(({ headers, body }) =>
    [headers['x-github-event'], (JSON.parse(body) as { action?: string }).action].filter((part) => part !== undefined).join('.'),
  );
}

function openIssue(title = 'One', labels: string[] = []) {
  return acme.github.people.openIssue({ repository: 'acme/shop', as: 'luis', title, labels });
}

test('a delivery is signed over its raw body and carries the headers of GitHub (§8)', async () => {
  openIssue('Año nuevo');
  await acme.github.settled();
  const [first] = received;
  expect(await verify(acme.github.webhookSecret, first?.body ?? '', String(first?.headers['x-hub-signature-256']))).toBe(true);
  expect(first?.headers).toMatchObject({
    'x-github-event': 'issues',
    'content-type': 'application/json',
    'x-github-hook-installation-target-type': 'integration',
    'x-github-hook-installation-target-id': String(acme.github.app.id),
  });
  expect(first?.headers['x-github-delivery']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(JSON.parse(first?.body ?? '{}')).toMatchObject({
    action: 'opened',
    issue: { title: 'Año nuevo' },
    repository: { full_name: 'acme/shop' },
    organization: { login: 'acme' },
    sender: { login: 'luis' },
    installation: { id: expect.any(Number) },
  });
});

test('deliveries come in the order in which things happened (§8)', async () => {
  openIssue('One', ['bug']);
  acme.github.people.comment({ repository: 'acme/shop', as: 'eva', number: 1, body: 'hi' });
  acme.github.people.close({ repository: 'acme/shop', as: 'luis', number: 1 });
  await acme.github.settled();
  expect(events()).toEqual(['issues.opened', 'label.created', 'issues.labeled', 'issue_comment.created', 'issues.closed']);
});

test('what the app does comes back to it, with its bot as the sender (§8)', async () => {
  await acme.bot.rest.issues.create({ ...at, title: 'Ours' });
  await acme.github.settled();
  expect(JSON.parse(received[0]?.body ?? '{}')).toMatchObject({ action: 'opened', sender: { login: 'sprintgate[bot]', type: 'Bot' } });
});

test('a redelivery keeps its guid and is another delivery (§8)', async () => {
  answer = 500;
  openIssue();
  await acme.github.settled();
  const failed = (await acme.appItself.request('GET /app/hook/deliveries', { status: 'failure' })).data;
  expect(failed).toHaveLength(1);
  answer = 202;
  const redelivery = await acme.appItself.rest.apps.redeliverWebhookDelivery({ delivery_id: Number(failed[0]?.id) });
  expect(redelivery.status).toBe(202);
  await acme.github.settled();
  const guids = received.map(({ headers }) => headers['x-github-delivery']);
  expect(guids[0]).toBe(guids[1]);
  const { data } = await acme.appItself.rest.apps.listWebhookDeliveries();
  expect(data.slice(0, 2).map((one) => [one.redelivery, one.status_code])).toEqual([
    [true, 202],
    [false, 500],
  ]);
  acme.github.assertClean();
});

test('deliveries are paged by cursor (§8)', async () => {
  for (const title of ['One', 'Two', 'Three']) openIssue(title);
  await acme.github.settled();
  const first = await acme.appItself.rest.apps.listWebhookDeliveries({ per_page: 2 });
  const cursor = /cursor=([^>&]+)/.exec(first.headers.link ?? '')?.[1];
  const second = await acme.appItself.rest.apps.listWebhookDeliveries({ per_page: 2, ...(cursor === undefined ? {} : { cursor }) });
  expect(new Set([...first.data, ...second.data].map((one) => one.guid)).size).toBe(first.data.length + second.data.length);
});

test('nothing is sent again by itself after a failure (§8)', async () => {
  answer = 500;
  openIssue();
  await acme.github.settled();
  expect(received).toHaveLength(1);
});

test('deliveries can be held back, shuffled and sent twice', async () => {
  acme.github.webhooks.hold();
  openIssue('One');
  openIssue('Two');
  await acme.github.settled();
  expect(received).toHaveLength(0);
  acme.github.webhooks.release((held) => held.toReversed());
  await acme.github.settled();
  expect(received.map(({ body }) => (JSON.parse(body) as { issue: { title: string } }).issue.title)).toEqual(['Two', 'One']);
  const [delivery] = acme.github.webhooks.deliveries.slice(-1);
  if (delivery !== undefined) acme.github.webhooks.duplicate(delivery);
  await acme.github.settled();
  expect(received).toHaveLength(4);
});

test('only subscribed events are sent, those about installations always (§8)', async () => {
  await acme.github.close();
  acme = await startAcme({ app: { events: ['issues'] } });
  openIssue();
  acme.github.people.comment({ repository: 'acme/shop', as: 'eva', number: 1, body: 'hi' });
  expect(new Set(acme.github.webhooks.deliveries.map((delivery) => delivery.event))).toEqual(new Set(['installation', 'issues']));
});

test('a suspended installation hears nothing and may do nothing (§8)', async () => {
  const [installation] = acme.github.state.installations.values();
  if (installation === undefined) throw new Error('no installation');
  acme.github.people.suspendInstallation(installation);
  const before = acme.github.webhooks.deliveries.length;
  openIssue();
  expect(acme.github.webhooks.deliveries).toHaveLength(before);
  await expect(acme.bot.rest.repos.get(at)).rejects.toThrow('suspended');
});

test('a new installation names its repositories (§8)', async () => {
  acme.github.people.addUser('zoe');
  acme.github.people.createRepository({ owner: 'zoe', name: 'own', files: { a: '1' } });
  acme.github.people.installApp({ account: 'zoe', repositories: ['zoe/own'] });
  const [delivery] = acme.github.webhooks.ofEvent('installation', 'created').slice(-1);
  expect(JSON.parse(delivery?.body ?? '{}')).toMatchObject({
    installation: { repository_selection: 'selected', app_id: acme.github.app.id },
    repositories: [{ full_name: 'zoe/own' }],
  });
});

test('a rename is told, and the old name answers 301 to the new one (§8)', async () => {
  acme.github.people.rename({ repository: 'acme/shop', as: 'ana', name: 'store' });
  const { data } = await acme.bot.rest.repos.get(at);
  expect([data.name, acme.github.webhooks.ofEvent('repository', 'renamed').length]).toEqual(['store', 1]);
});

test('leaving a team or the organisation is told (§8)', () => {
  const team = acme.github.people.addTeam({ organisation: 'acme', name: 'Architects', members: ['luis'] });
  acme.github.people.removeTeamMember({ team, login: 'luis' });
  acme.github.people.removeMember({ organisation: 'acme', login: 'luis', as: 'ana' });
  const told = acme.github.webhooks.deliveries.filter((delivery) => ['membership', 'organization'].includes(delivery.event));
  expect(told.map((delivery) => `${delivery.event}.${delivery.action}`)).toEqual(['membership.added', 'membership.removed', 'organization.member_removed']);
});

test('deleting a branch closes its open pull request (§8)', () => {
  acme.github.people.commit({ repository: 'acme/shop', as: 'luis', branch: 'feature', files: { a: '1' } });
  const pull = acme.github.people.openPull({ repository: 'acme/shop', as: 'luis', head: 'feature' });
  acme.github.people.deleteBranch({ repository: 'acme/shop', as: 'luis', branch: 'feature' });
  expect([pull.state, pull.pull.merged]).toEqual(['closed', false]);
  expect(acme.github.webhooks.deliveries.slice(-3).map((delivery) => delivery.event)).toEqual(['delete', 'push', 'pull_request']);
});

test('a push that leaves commits behind says forced (§8)', () => {
  const first = acme.repository.refs.get('refs/heads/main') ?? '';
  acme.github.people.commit({ repository: 'acme/shop', as: 'luis', files: { a: '1' } });
  acme.github.people.moveBranch({ repository: 'acme/shop', as: 'luis', branch: 'main', sha: first });
  expect(
    acme.github.webhooks
      .ofEvent('push')
      .slice(-2)
      .map((delivery) => (JSON.parse(delivery.body) as { forced: boolean }).forced),
  ).toEqual([false, true]);
});
