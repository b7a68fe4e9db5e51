import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Comment, Issue } from '../../src/rehearsal/github/records/issue.ts';
import { sprintMilestone } from '../../src/rehearsal/story/sprint-milestone.ts';
import { pulsoConfig, startPulsoWorld, type PulsoWorld } from '../support/pulso-world.ts';
import { appEnvironment, freePort, serveProcess, type ServedApp } from '../support/serve-process.ts';
import { openTestStore } from '../support/test-store.ts';
import { until } from '../support/until.ts';

let world: PulsoWorld;
let folder: string;
let environment: Record<string, string>;
let app: ServedApp;

beforeEach(async () => {
  world = await startPulsoWorld();
  folder = mkdtempSync(join(tmpdir(), 'sprintgate-serve-'));
  await (await openTestStore(join(folder, 'data'))).close();
  const port = await freePort();
  environment = { ...appEnvironment(world.github, { port, databaseUrl: join(folder, 'data') }) };
  world.github.setHookUrl(`http://127.0.0.1:${port}/api/github/webhooks`);
  app = await serveProcess(environment);
});

afterEach(async () => {
  await app.end('SIGKILL');
  await world.github.close();
  rmSync(folder, { recursive: true, force: true });
});

const bot = 'sprintgate[bot]';

function authorOf(thing: { readonly authorId: number }): string {
  return world.github.state.accounts.get(thing.authorId)?.login ?? '';
}

function issuesOfBot(): Issue[] {
  return [...world.repository.issues.values()].filter((issue) => issue.pull === null && authorOf(issue) === bot);
}

function commentsOfBot(number: number): Comment[] {
  return [...world.repository.comments.values()].filter((comment) => comment.issueNumber === number && authorOf(comment) === bot);
}

function passed(headSha: string): number {
  return Object.values(world.checks(headSha)).filter((conclusion) => conclusion === 'success').length;
}

function badlySigned(body: string): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    'x-github-delivery': 'one',
    'x-github-event': 'push',
    'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
  };
  return fetch(`${app.url}/api/github/webhooks`, { method: 'POST', headers, body });
}

describe('the app as a black box on a folder', () => {
  it('lives through a whole delivery of the second method: onboarding, plan, seeding, gates, sign-off, release', async () => {
    const { github, repository } = world;
    const { people } = github;
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    expect((await badlySigned('{}')).status).toBe(401);

    const installation = people.installApp({ account: 'acme', repositories: [repository] });
    const onboarding = await until('the onboarding issue', () => issuesOfBot()[0]);
    const [installed] = github.webhooks.ofEvent('installation', 'created');
    if (!installed) throw new Error('GitHub tells of an installation');
    github.webhooks.redeliver(installed);
    await github.settled();
    expect(await app.end('SIGTERM')).toBe(0);
    app = await serveProcess(environment);
    // The same installation, told of by a delivery that is new.
    people.suspendInstallation(installation);
    people.unsuspendInstallation(installation);

    people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': pulsoConfig() } });
    await until('the preview of the plan', () => commentsOfBot(onboarding.number).find(({ body }) => body.includes('/sprintgate')));
    people.comment({ repository, as: 'bruno', number: onboarding.number, body: '/sprintgate sembrar' });
    await until('the refusal', () => commentsOfBot(onboarding.number).find(({ body }) => body.includes('gina')));
    expect(repository.milestones.size).toBe(0);
    people.comment({ repository, as: 'gina', number: onboarding.number, body: '/sprintgate sembrar' });
    await until('the whole backlog', () => issuesOfBot().length === 10 && repository.milestones.size === 4);

    const pull = world.openPull('pago');
    world.report(pull, 20);
    await until('a pull request that is stopped', () => world.checks(pull.pull.headSha)['cobertura-min'] === 'failure');
    people.pushToPull({ repository, as: 'bruno', number: pull.number, files: { 'src/pago.ts': 'export const todo = 1;\n'.repeat(100) } });
    world.report(pull, 90);
    await until('every gate of it to pass', () => passed(pull.pull.headSha) === 5);
    expect(Object.keys(world.checks(pull.pull.headSha)).toSorted()).toEqual(['cobertura-min', 'listo', 'reglas', 'salud', 'visto-bueno']);

    const early = world.openPull('entrega');
    people.setMilestone({ repository, as: 'bruno', number: early.number, milestone: sprintMilestone(repository, 1) });
    world.report(early, 90);
    await until('work of a later sprint that is stopped', () => world.checks(early.pull.headSha)['visto-bueno'] === 'failure');
    const checkpoint = issuesOfBot().find(({ body }) => body?.includes(' id=prepara.visto-bueno ')) ?? never();
    people.comment({ repository, as: 'gina', number: checkpoint.number, body: '/sprintgate aprobar plan-claro' });
    await until('the receipt', () => commentsOfBot(checkpoint.number).find(({ body }) => body.includes('sprintgate-receipt:1')));
    await until('the sign-off to open it', () => world.checks(early.pull.headSha)['visto-bueno'] === 'success');

    people.commit({ repository, as: 'ana', branch: 'release/1', files: { 'CHANGELOG.md': '# 1\n' } });
    const release = people.openPull({ repository, as: 'ana', head: 'release/1', title: 'Entregar 1' });
    people.setMilestone({ repository, as: 'ana', number: release.number, milestone: sprintMilestone(repository, 3) });
    await until('the readiness report', () => commentsOfBot(release.number).find(({ body }) => body.includes('id=readiness')));
    await until('its check', () => ['failure', 'action_required'].includes(world.checks(release.pull.headSha)['listo'] ?? ''));

    expect(issuesOfBot().filter(({ title }) => title === onboarding.title)).toHaveLength(1);
    expect(await app.end('SIGTERM')).toBe(0);
    github.assertClean();
  });

  it('loses nothing when it is killed between acknowledging a webhook and its work', async () => {
    const { github, repository } = world;
    github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': pulsoConfig() } });
    github.people.installApp({ account: 'acme', repositories: [repository] });
    // GitHub is away for everything but webhooks, so nothing can be worked.
    github.faults.add({ kind: 'refuse', status: 502, times: 1_000_000 });
    const pull = world.openPull('pago');
    world.report(pull, 90);
    await github.settled();
    expect(github.webhooks.deliveries.map(({ statusCode }) => statusCode)).toEqual(github.webhooks.deliveries.map(() => 202));
    expect(await app.end('SIGKILL')).toBeNull();
    expect(world.checks(pull.pull.headSha)).toEqual({});
    github.faults.clear();
    app = await serveProcess(environment);
    await until('every gate to be reported', () => passed(pull.pull.headSha) === 5);
    expect(issuesOfBot()).toEqual([]);
  });
});

function never(): never {
  throw new Error('the story before this has made it');
}
