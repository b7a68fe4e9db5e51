import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { at, startAcme } from '../rehearsal/github/acme.ts';

const run = promisify(execFile);
const config = `playbook: construir@1
locale: es
tier: 2
product: ml
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
seed: { owners: [luis] }
`;

// Each run starts a process that loads the whole CLI.
test(
  'sprintgate seed says how long it takes before it begins, shows how far it is, and with nothing to do makes six reads at most',
  { timeout: 120_000 },
  async () => {
    const { github, repository } = await startAcme();
    github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': config }, message: 'config' });
    const env = { ...process.env, GITHUB_TOKEN: 'ghp_luis', GITHUB_API_URL: github.apiUrl, NO_COLOR: '1' };
    const seed = (...args: readonly string[]) => run(process.execPath, ['src/cli/sprintgate.ts', 'seed', '--repo', `${at.owner}/${at.repo}`, ...args], { env });
    const planned = await seed('--dry-run');
    const [, writes] = /^(\d+) writes, about \d+ minutes within GitHub’s limits:/.exec(planned.stdout) ?? [];
    const { stdout, stderr } = await seed('--no-limits');
    expect(stdout).toContain(`${writes} writes made.`);
    expect(stderr.split('\n')[0]).toBe(`${writes} writes.`);
    expect(stderr).toContain(`Seeding ${writes}/${writes}`);
    const mark = github.requests.mark();
    expect((await seed('--json')).stdout).toContain('"writes": 0');
    const seen = github.requests.since(mark);
    expect(seen.entries.map(({ operation }) => operation)).toEqual([
      'graphql',
      'repos/get',
      'users/get-authenticated',
      'issues/list-for-repo',
      'issues/list-for-repo',
    ]);
    expect(seen.writes).toBe(0);
    github.assertClean();
    await github.close();
  },
);
