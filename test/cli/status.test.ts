import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acme, startAcme } from '../rehearsal/github/acme.ts';
import { runProcess } from '../support/run-process.ts';

const root = join(import.meta.dirname, '../..');
const config = `playbook: construir@1
locale: es
tier: 4
product: ml
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
release: { branches: [main], always: [main] }
authorities:
  architecture-review: { users: [ana] }
`;
let acme: Acme;
beforeAll(async () => {
  acme = await startAcme();
});
afterAll(() => acme.github.close());

function status(...words: string[]) {
  return runProcess({
    script: join(root, 'src/cli/sprintgate.ts'),
    arguments: ['status', '--repo', 'acme/shop', ...words],
    env: { GITHUB_TOKEN: 'ghp_ana', GITHUB_API_URL: acme.github.apiUrl },
    cwd: root,
  });
}

// Each run starts a process that loads the whole CLI.
describe('how a repository stands, on the command line', { timeout: 60_000 }, () => {
  test('is told in the configuration’s language and in another, without a write; a repository without a configuration is named', async () => {
    expect(await status()).toMatchObject({ code: 2, stderr: expect.stringContaining('no .github/sprintgate.yml') });
    acme.github.people.commit({ repository: acme.repository, as: 'ana', files: { '.github/sprintgate.yml': config }, message: 'config' });
    const mark = acme.github.requests.mark();
    const { code, stdout, stderr } = await status();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^construir@1 · Sprint 0, .+ · [0-9a-f]{7}\n\d+ % listo para /);
    expect(stdout).toMatch(/Lo que bloquea \(\d+\), primero lo peor:\n {2}❌ /);
    expect(stdout).toContain('Próximo checkpoint: ');
    expect(acme.github.requests.since(mark).entries.filter(({ kind }) => kind === 'write')).toEqual([]);
    const english = await status('--lang', 'en');
    expect(english.stdout).toContain('% ready for ');
    expect(english.stdout).toContain('Next checkpoint: ');
  });

  test('is the whole standing as JSON', async () => {
    const { code, stdout } = await status('--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, playbook: 'construir@1', locale: 'es', tier: 4, sprint: 0, checkpoints: expect.any(Array) });
  });
});
