import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acme, startAcme } from '../rehearsal/github/acme.ts';
import { runProcess } from '../support/run-process.ts';

const root = join(import.meta.dirname, '../..');
// Three sprints ago: the checkpoint of Sprint 0 is due, whenever this runs.
const start = new Date(Date.now() - 21 * 86_400_000).toISOString().slice(0, 10);
const config = `playbook: construir@1
locale: es
tier: 2
product: ml
schedule: { start: ${start}, sprint: 2w, timezone: America/Mexico_City, profile: standard }
components:
  api: { kind: api, paths: ["src/api/**"] }
authorities:
  architecture-review: { users: [ana] }
enforce: { quality: off }
`;
let acme: Acme;
let pull: string;
beforeAll(async () => {
  acme = await startAcme();
  const { github, repository } = acme;
  github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': config }, message: 'config' });
  github.people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/api/more.ts': 'export const c = 3;\n' }, message: 'work' });
  pull = String(github.people.openPull({ repository, as: 'luis', head: 'work', title: 'Work' }).number);
});
afterAll(() => acme.github.close());

function sprintgate(command: string, ...words: string[]) {
  return runProcess({
    script: join(root, 'src/cli/sprintgate.ts'),
    arguments: [command, '--repo', 'acme/shop', '--pull', pull, '--lang', 'en', ...words],
    env: { GITHUB_TOKEN: 'ghp_ana', GITHUB_API_URL: acme.github.apiUrl },
    cwd: root,
  });
}

// Each run starts a process that loads the whole CLI.
describe('a pull request on GitHub', { timeout: 30_000 }, () => {
  test('is explained in the language that is asked for', async () => {
    const { code, stdout, stderr } = await sprintgate('explain', 'checkpoint');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[❌❓] Checkpoint: /u);
    expect(stdout).toContain('for: Architecture review\n');
    expect(stdout).toContain('  authorities.architecture-review: ana (this repository’s file)\n');
  });

  test('opens in a simulation by a signature, and nothing is written', async () => {
    const { code, stdout } = await sprintgate('simulate', '--gate', 'checkpoint', '--approve', 's00@ana', '--json');
    const { before: was, after: is, flips } = JSON.parse(stdout);
    expect({ code, was: was[0].verdict === 'pass', is: is[0].verdict }).toEqual({ code: 0, was: false, is: 'pass' });
    expect(flips.map(({ id }: { id: string }) => id)).toEqual(['checkpoint', 'architecture-review']);
    const comments = await acme.bot.rest.issues.listComments({ ...acme.at, issue_number: Number(pull) });
    expect([comments.data.length, [...acme.repository.checkRuns.values()].length]).toEqual([0, 0]);
  });

  test('is not there for a number that is none', async () => {
    expect(await sprintgate('explain', '--pull', '99')).toMatchObject({ code: 2, stdout: '' });
  });
});
