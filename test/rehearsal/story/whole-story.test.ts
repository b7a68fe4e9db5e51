import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditBundle } from '../../../src/audit/verify/verify-audit-bundle.ts';
import { policyOfText } from '../../../src/cli/policy-of-text.ts';
import { rehearseBundle } from '../../../src/cli/rehearse-bundle.ts';
import { printReceiptKey } from '../../../src/core/people/receipt-public-key.ts';
import { castOf } from '../../../src/rehearsal/story/cast.ts';
import { createPlay, type Play } from '../../../src/rehearsal/story/play.ts';
import { setStage, type Stage } from '../../../src/rehearsal/story/stage.ts';
import type { Told } from '../../../src/rehearsal/story/told.ts';
import { tellWholeStory } from '../../../src/rehearsal/story/whole/tell-whole-story.ts';
import { wholeMaterial } from '../../../src/rehearsal/story/whole/whole-material.ts';
import { findStanding } from '../../../src/store/standings/find-standing.ts';
import { listStandingDays } from '../../../src/store/standings/list-standing-days.ts';
import { freePort } from './rehearse.ts';

const folder = mkdtempSync(join(tmpdir(), 'sprintgate-whole-'));
const key = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const story: Told[] = [];
let stage: Stage;
let play: Play;

beforeAll(async () => {
  const material = await wholeMaterial('es');
  const { policy } = await policyOfText('sprintgate.yml', material.config);
  if (!policy) throw new Error('the sample has a good configuration');
  stage = await setStage({
    port: await freePort(),
    database: join(folder, 'data'),
    home: 'aval-mx/aval',
    locale: 'es',
    now: `${policy.schedule.start}T15:00:00Z`,
    onSeedProgress: () => undefined,
    bundleKey: key,
  });
  play = createPlay({ stage, cast: castOf(stage.github, material.owner, policy), material, policy });
  for await (const told of tellWholeStory(play)) story.push(told);
}, 1_800_000);

afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

function told(scene: Told['scene']): Told[] {
  return story.filter((each) => each.scene === scene);
}

describe('the method over its whole length', () => {
  it('plays seventeen sprints, nine sign-offs and four phases, with a slip, a rejection, a waiver and a risk', () => {
    const times = (['sprint', 'signed', 'phase', 'slipped', 'rejected', 'waived', 'risk'] as const).map((scene) => told(scene).length);
    expect(times).toEqual([17, 9, 4, 1, 1, 1, 1]);
    expect([...play.repository.issues.values()].filter(({ pull, state }) => pull && state === 'open').map(({ title }) => title)).toEqual([]);
  });

  it('has a release that is blocked first, then ready by verdicts alone, and merged', () => {
    expect(told('blocked').map(({ check }) => check?.conclusion)).toEqual(['failure']);
    expect(told('ready').map(({ check, facts }) => [check?.conclusion, facts['merged']])).toEqual([['success', 'ana-lead']]);
  });

  it('holds the deployment while an incident is open, and lets it go', () => {
    expect([...told('held'), ...told('deployed')].map(({ facts }) => facts['state'])).toEqual(['waiting', 'approved']);
  });

  it('ends ready, with a history for the lines over time', async () => {
    const { db } = stage.app.context.store;
    const standing = await findStanding(db, play.repository.id);
    expect(standing?.criteria.filter(({ binding, outcome }) => binding === 'binds' && outcome !== 'pass').map(({ id }) => id)).toEqual([]);
    expect([standing?.outcome, standing?.percent, standing?.checkpoints.map(({ state }) => state)]).toEqual(['pass', 100, Array(9).fill('signed')]);
    expect((await listStandingDays(db, play.repository.id, { from: '2027-01-01' })).length).toBeGreaterThan(30);
  });

  it('ends in a bundle whose every byte and whose ledger verify', async () => {
    await rehearseBundle(play, { pull: Number(told('release')[0]?.facts['number']), folder, key });
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.zip'));
    const pin = printReceiptKey(createPublicKey(createPrivateKey(key)));
    const { fault, manifest } = verifyAuditBundle(readFileSync(join(folder, file)), { pins: [pin], allowUnsigned: false });
    expect([fault, manifest?.release.verdict]).toEqual([null, 'pass']);
  });

  it('has every page answer', async () => {
    const pull = told('release')[0]?.facts['number'];
    const views = ['', '/executive', '/operations', '/model', '/compliance', '/criteria', `/pull/${pull}`, '/playbook'].map((view) => `/r/aval-mx/aval${view}`);
    const paths = ['/', ...views, '/playbook/construir@1'];
    const answers = await Promise.all(paths.map(async (path) => [path, (await fetch(stage.app.url + path)).status]));
    expect(answers).toEqual(paths.map((path) => [path, 200]));
  });

  it('asks GitHub for nothing that its description does not know', () => {
    expect([stage.github.violations, stage.github.unimplemented]).toEqual([[], []]);
  });
});
