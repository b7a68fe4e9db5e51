import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { wrapMarked } from '../../src/core/markers/marker.ts';
import { type Acme, startAcme } from '../rehearsal/github/acme.ts';

const run = promisify(execFile);
const config = `playbook: construir@1
locale: es
tier: 2
product: ml
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
authorities:
  security-team: { users: [ana] }
`;
let acme: Acme | null = null;
afterEach(() => acme?.github.close());

async function repositoryWith(checkpoints: readonly string[]): Promise<Acme> {
  acme = await startAcme();
  acme.github.people.commit({ repository: acme.repository, as: 'ana', files: { '.github/sprintgate.yml': config }, message: 'config' });
  for (const id of checkpoints) await acme.bot.rest.issues.create({ ...acme.at, title: id, body: wrapMarked('.', id, 'words') });
  return acme;
}

async function adopt({ github }: Acme, ...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, GITHUB_TOKEN: 'ghp_ana', GITHUB_API_URL: github.apiUrl, NO_COLOR: '1' };
  return run(process.execPath, ['src/cli/sprintgate.ts', 'adopt', '--repo', 'acme/shop', ...args], { env }).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, out: error.stderr }),
  );
}

const commentsOn = async ({ bot, at }: Acme, issue_number: number) =>
  (await bot.rest.issues.listComments({ ...at, issue_number })).data.map(({ body, user }) => `${user?.login}: ${body}`);

// Each run starts a process that loads the whole CLI.
describe('sprintgate adopt', { timeout: 30_000 }, () => {
  test('lists the blocks and writes nothing in a dry run', async () => {
    const world = await repositoryWith(['s00.checkpoint', 's01.checkpoint']);
    const { code, out } = await adopt(world, '--at', 's03', '--dry-run', '--json');
    expect({ code, blocks: JSON.parse(out).blocks }).toMatchObject({
      code: 0,
      blocks: [
        { block: 's00', issue: 1 },
        { block: 's01', issue: 2 },
      ],
    });
    expect(await commentsOn(world, 1)).toEqual([]);
  });

  test('asks in the name of the token’s user, on the first checkpoint’s issue, in the repository’s language', async () => {
    const world = await repositoryWith(['s00.checkpoint', 's01.checkpoint']);
    const { code, out } = await adopt(world, '--at', '3', '--reason', 'en producción\ndesde 2025');
    expect({ code, comments: await commentsOn(world, 1) }).toEqual({ code: 0, comments: ['ana: /sprintgate adoptar s03 en producción desde 2025'] });
    expect(out).toContain('Next: the app answers there.');
  });

  test.each([
    ['a sprint that the plan lacks', ['s00.checkpoint'], ['--at', 's77', '--reason', 'x'], '"s77" is not a sprint'],
    ['a sprint before which nothing ends', ['s00.checkpoint'], ['--at', 's00', '--reason', 'x'], 'nothing to accept'],
    ['a backlog that is not there', ['s00.checkpoint'], ['--at', 's03', '--reason', 'x'], 'sprintgate seed'],
    ['no reason', ['s00.checkpoint'], ['--at', 's01'], '--reason is missing'],
  ])('refuses %s, and says what to do', async (_name, ...[checkpoints, args, part]) => {
    const { code, out } = await adopt(await repositoryWith(checkpoints), ...args);
    expect(code).toBe(2);
    expect(out).toContain(part);
  });
});
