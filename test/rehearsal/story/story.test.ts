import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Told } from '../../../src/rehearsal/story/told.ts';
import { type Ended, freePort, rehearse } from './rehearse.ts';

interface Story {
  readonly scenes: readonly Told[];
  readonly requests: number;
  readonly violations: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'sprintgate-story-'));
const own = file(
  'own.yml',
  `playbook: construir@1
locale: en
tier: 1
product: genai
schedule: { start: 2027-03-01, sprint: 2w, timezone: America/New_York, profile: standard }
components:
  assistant: { kind: api, paths: ["apps/{chat,search}/src/**/*.{ts,tsx}"], exclude: ["**/*.gen.ts"] }
  jobs: { kind: data-pipeline, paths: ["jobs/?x/*.py", "jobs/main.py"], coverage: { target: 60 } }
authorities:
  architecture-review: { teams: [partner/architects] }
  model-performance: { any: [{ teams: [globex/ml, globex/data], count: 2 }, { users: [grace] }] }
release: { branches: [production], heads: ["rel/*"] }
`,
);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function outcomes({ scenes }: Story): string[] {
  return scenes.map(({ scene, check }) => (check ? `${scene}: ${check.name} ${check.conclusion}` : scene));
}

describe('the rehearsal, started as people start it', () => {
  let ends: { sample: Ended; own: Ended };
  let sample: Story;
  let ownStory: Story;
  beforeAll(async () => {
    const [one, other] = [await freePort(), await freePort()];
    const [sampleEnd, ownEnd] = await Promise.all([
      rehearse(['--no-stay', '--json', '--locale', 'es', '--port', String(one)]),
      rehearse(['--no-stay', '--json', '--config', own, '--port', String(other)]),
    ]);
    ends = { sample: sampleEnd, own: ownEnd };
    sample = JSON.parse(ends.sample.stdout || '{"scenes":[]}') as Story;
    ownStory = JSON.parse(ends.own.stdout || '{"scenes":[]}') as Story;
  });

  it('ends well and says nothing else', () => {
    for (const { code, stderr } of Object.values(ends)) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('asks GitHub for nothing that its description does not know', () => {
    expect([sample.violations, ownStory.violations]).toEqual([[], []]);
    expect(sample.requests).toBeGreaterThan(500);
  });

  it('plays the sample product from installation to release', () => {
    expect(outcomes(sample)).toEqual([
      'installed',
      'configured',
      'seeded',
      'weak: sprintgate/coverage failure',
      'fixed: sprintgate/coverage success',
      'worked',
      'early: sprintgate/checkpoint failure',
      'signed',
      'signed',
      'late: sprintgate/checkpoint success',
      'release: sprintgate/readiness failure',
    ]);
    expect(sample.scenes.flatMap(({ scene, facts }) => (scene === 'seeded' ? [facts] : []))).toEqual([expect.objectContaining({ milestones: 21 })]);
    expect(sample.scenes.filter(({ facts }) => facts['merged']).map(({ scene }) => scene)).toEqual(['fixed', 'late']);
  });

  it('says what to do under each check that failed, and nothing under one that passed', () => {
    const checks = sample.scenes.flatMap(({ check }) => check ?? []);
    expect(checks.filter(({ next }) => next === null)).toEqual(checks.filter(({ conclusion }) => conclusion === 'success'));
    expect(sample.scenes.find(({ scene }) => scene === 'weak')?.check).toMatchObject({
      title: 'No pasa: api 83.78 % (se pide 90 %); cambio en api 61.29 % (se pide 90 %)',
      next: expect.stringContaining('src/api/limits.ts'),
    });
  });

  it('plays a configuration of one’s own, and tells a sign-off that the app cannot verify as refused', () => {
    expect(outcomes(ownStory)).toEqual([
      'installed',
      'configured',
      'seeded',
      'weak: sprintgate/coverage failure',
      'fixed: sprintgate/coverage success',
      'worked',
      'early: sprintgate/checkpoint failure',
      'refused',
      'signed',
      'late: sprintgate/checkpoint failure',
      'release: sprintgate/readiness failure',
    ]);
    expect(ownStory.scenes.find(({ scene }) => scene === 'signed')?.facts).toMatchObject({ count: 2 });
    expect(ownStory.scenes.find(({ scene }) => scene === 'installed')?.path).toBe('/globex/rehearsal/issues/1');
  });

  it('keeps the first line of a check short', () => {
    const titles = [...sample.scenes, ...ownStory.scenes].flatMap(({ check }) => check?.title ?? []);
    expect(titles.filter((title) => title.length > 110)).toEqual([]);
  });
});

describe('a rehearsal that cannot be', () => {
  it('lists every error of a configuration with its place', async () => {
    const broken = file('broken.yml', 'playbook: construir@1\nlocale: fr\ntier: 9\ncomponentz: {}\n');
    const { code, stdout, stderr } = await rehearse(['--config', broken]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.replace(broken, 'broken.yml').split(' ')[0]),
    ).toEqual(expect.arrayContaining(['broken.yml:2:9', 'broken.yml:3:7', 'broken.yml:4:1']));
  });

  it('names a configuration that is not there', async () => {
    const { code, stderr } = await rehearse(['--config', join(folder, 'missing.yml')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/missing\.yml: there is no such file or folder/);
  });

  it('says at once that the port is in use, and another to take', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((done) => {
      server.listen(port, 'localhost', done);
    });
    const { code, stderr } = await rehearse(['--port', String(port)]);
    server.close();
    expect({ code, stderr }).toEqual({ code: 2, stderr: `port ${port} is in use; choose another: npm start -- --port ${port + 1}\n` });
  });

  it('never empties a folder that holds something else', async () => {
    const precious = mkdtempSync(join(folder, 'precious-'));
    writeFileSync(join(precious, 'thesis.txt'), 'years of work');
    const { code, stderr } = await rehearse(['--data', precious, '--port', String(await freePort())]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/holds other files and would be emptied/);
    expect(readdirSync(precious)).toEqual(['thesis.txt']);
  });

  it('stops cleanly on Ctrl-C in the middle of the story', async () => {
    let sent = false;
    const { code, stdout, stderr } = await rehearse(['--port', String(await freePort())], (printed, kill) => {
      if (sent || !printed.includes(' 1. ')) return;
      sent = true;
      kill('SIGINT');
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('milestones,');
  });
});
