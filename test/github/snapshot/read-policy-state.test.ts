import { afterEach, describe, expect, test } from 'vitest';
import type { PolicyState } from '../../../src/core/policy/policy.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import type { ConfigMemory } from '../../../src/github/snapshot/policy-sources.ts';
import { readPolicyState } from '../../../src/github/snapshot/read-policy-state.ts';
import { repository } from '../../core/people/people-fixtures.ts';
import { tinyGitHub, type TinyGitHub } from '../authorities/tiny-github.ts';
import { configFile, configText, contentsOf, type Files, playbookFile, rememberingMemory } from './policy-world.ts';

const own = configText('./.github/playbook.yml');
const added = `extends: construir@1
criteria:
  - { id: acme.license, category: security, block: s01, target: release, rule: { files: { paths: [LICENSE] } } }
texts: { en: { criteria: { acme.license: { title: A license } } } }
`;
const weaker = `extends: construir@1
criteria:
  - { id: api.contract, off: true }
`;

const servers: TinyGitHub[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function read(files: Files, memory: ConfigMemory | null = null): Promise<PolicyState> {
  const server = await tinyGitHub(contentsOf(files));
  servers.push(server);
  return readPolicyState({ github: server.github, loadPlaybook, memory }, repository);
}

const criteria = (state: PolicyState) => (state.kind === 'in-force' ? state.policy.playbook.criteria.map(({ id }) => id) : []);
const first = (state: PolicyState) => (state.kind === 'absent' ? undefined : state.problems[0]);

describe('the configuration in force', () => {
  test('is none where there never was a file', async () => {
    expect(await read({}, rememberingMemory())).toEqual({ kind: 'absent' });
  });

  test('is the last good one while the file is broken, gone or may not be read, and says so', async () => {
    const memory = rememberingMemory();
    expect(await read({ [configFile]: configText('construir@1') }, memory)).toMatchObject({ kind: 'in-force', lastGood: false, problems: [] });
    for (const [files, message] of [
      [{ [configFile]: configText('construir@1').replace('tier: 2', 'tier: 9') }, /tier/],
      [{}, /no longer on the default branch/],
      [{ [configFile]: 403 }, /contents: read/],
    ] as [Files, RegExp][]) {
      const state = await read(files, memory);
      expect(state).toMatchObject({ kind: 'in-force', lastGood: true });
      expect(first(state)?.message).toMatch(message);
    }
  });

  test('is none that can be judged by where a broken file never was good', async () => {
    expect(await read({ [configFile]: 'tier: 9\n' }, rememberingMemory())).toMatchObject({ kind: 'broken' });
  });

  test('keeps the organisation’s last good file when it is gone or may not be read; one 404 removes nothing', async () => {
    const memory = rememberingMemory();
    const files = { [configFile]: configText('construir@1'), [`organisation:${configFile}`]: 'coverage: { total: 90 }\n' };
    expect(await read(files, memory)).toMatchObject({ policy: { coverage: { total: { floor: 9000 } } }, problems: [] });
    for (const answer of [{}, { [`organisation:${configFile}`]: 403 as const }]) {
      const state = await read({ [configFile]: configText('construir@1'), ...answer }, memory);
      expect(state).toMatchObject({ kind: 'in-force', lastGood: false, policy: { coverage: { total: { floor: 9000 } } } });
      expect(first(state)?.file).toBe(`.github:${configFile}`);
    }
  });

  test('cannot be judged by where the organisation’s file may not be read and no version of it is known', async () => {
    expect(await read({ [configFile]: configText('construir@1'), [`organisation:${configFile}`]: 403 })).toMatchObject({ kind: 'broken' });
  });

  test('does not follow a repository where the organisation locked the value', async () => {
    const state = await read({
      [configFile]: configText('construir@1', 'coverage: { total: 10 }\n'),
      [`organisation:${configFile}`]: 'locked: [coverage.total]\ncoverage: { total: 90 }\n',
    });
    expect(state).toMatchObject({ kind: 'in-force', policy: { coverage: { total: { floor: 9000 } } } });
    expect(first(state)?.message).toContain('locked by the organisation');
  });
});

describe('an own playbook', () => {
  test('rules with the configuration that names it, from the default branch', async () => {
    const state = await read({ [configFile]: own, [playbookFile]: added });
    expect(criteria(state)).toContain('acme.license');
    expect(state).toMatchObject({ policy: { ownPlaybook: { file: playbookFile, extends: 'construir@1' } } });
  });

  test.each([
    ['is deleted', {}, configFile, 'is not there'],
    ['is broken', { [playbookFile]: `${added}x: 1\n` }, playbookFile, '"x" is not known here'],
    ['may not be read', { [playbookFile]: 403 as const }, configFile, 'contents: read'],
    ['extends a playbook that is none', { [playbookFile]: 'extends: construyr@1\n' }, playbookFile, 'there is no playbook "construyr@1"'],
  ])('that %s leaves the last good one in force, and says where', async (_what, files, file, message) => {
    const memory = rememberingMemory();
    await read({ [configFile]: own, [playbookFile]: added }, memory);
    const state = await read({ [configFile]: own, ...files }, memory);
    expect(state).toMatchObject({ kind: 'in-force', lastGood: true });
    expect(criteria(state)).toContain('acme.license');
    expect(first(state)).toMatchObject({ file, message: expect.stringContaining(message) });
    expect(await read({ [configFile]: own, ...files })).toMatchObject({ kind: 'broken' });
  });

  test('is remembered anew when it alone changes', async () => {
    const memory = rememberingMemory();
    await read({ [configFile]: own, [playbookFile]: added }, memory);
    await read({ [configFile]: own, [playbookFile]: weaker }, memory);
    expect((await memory.lastGood(repository.id))?.playbook?.text).toBe(weaker);
  });

  test.each(['./playbook.yml', './.github/../x.yml', './.github/workflows/ci.yml', './playbooks/ours', '../x.yml'])(
    'lies in .github of the repository: %s is refused',
    async (reference) => {
      expect(first(await read({ [configFile]: configText(reference) }))?.message).toContain('a .yml file of this repository');
    },
  );

  test('cannot ask for less where the organisation forbids it, and is told the line', async () => {
    const state = await read({
      [configFile]: own,
      [playbookFile]: `${weaker}componentKinds: [{ id: api, floor: 100 }]\n`,
      [`organisation:${configFile}`]: 'forbid: weakening\n',
    });
    expect(state.kind).toBe('broken');
    expect(first(state)).toMatchObject({ file: playbookFile, line: 3, message: expect.stringContaining('criterion switched off'), forbidden: true });
  });

  test('that only adds is welcome where the organisation forbids weakening', async () => {
    expect(await read({ [configFile]: own, [playbookFile]: added, [`organisation:${configFile}`]: 'forbid: weakening\n' })).toMatchObject({ kind: 'in-force' });
  });

  test('has no say where the organisation locked the playbook', async () => {
    const state = await read({ [configFile]: own, [playbookFile]: weaker, [`organisation:${configFile}`]: 'playbook: construir@1\nlocked: [playbook]\n' });
    expect(criteria(state)).toContain('api.contract');
    expect(state).not.toHaveProperty('policy.ownPlaybook');
  });

  test('of the organisation holds for all of its repositories', async () => {
    const state = await read({
      [configFile]: configText('x').replace('playbook: x\n', ''),
      [`organisation:${configFile}`]: 'playbook: ./.github/playbook.yml\n',
      [`organisation:${playbookFile}`]: added,
    });
    expect(criteria(state)).toContain('acme.license');
  });
});
