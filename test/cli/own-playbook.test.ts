import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runProcess } from '../support/run-process.ts';

const root = mkdtempSync(join(tmpdir(), 'sprintgate-own-'));
afterAll(() => rmSync(root, { recursive: true }));
const run = (...words: string[]) => runProcess({ script: join(import.meta.dirname, '../../src/cli/sprintgate.ts'), arguments: words, cwd: root });

const config = (playbook: string) => `playbook: ${playbook}\nlocale: es\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11 }\n`;
const playbook = `extends: construir@1
criteria:
  - { id: acme.license, category: security, block: s00, target: release, gate: quality, rule: { files: { paths: [LICENSE] } } }
items:
  - { id: s00.acme.license, kind: task, block: s00, parent: s00.block, criteria: [acme.license] }
texts:
  es:
    criteria: { acme.license: { title: Una licencia } }
    items: { s00.acme.license: { title: Escribir la licencia } }
  en:
    criteria: { acme.license: { title: A license } }
`;
mkdirSync(join(root, '.github/cases'), { recursive: true });
const write = (name: string, text: string) => writeFileSync(join(root, '.github', name), text);
write('sprintgate.yml', config('./.github/playbook.yml'));
write('method.yml', config('construir@1'));
write('playbook.yml', playbook);
write(
  'cases/license.yml',
  'name: A license is asked for\nconfig: ../sprintgate.yml\ndate: 2027-01-12\nexpect: { quality: { nodes: { acme.license: fail } } }\n',
);
write(
  'cases/licensed.yml',
  'name: A license is enough\nconfig: ../sprintgate.yml\ndate: 2027-01-12\nfiles: [LICENSE]\nexpect: { quality: { nodes: { acme.license: pass } } }\n',
);

// Each run starts a process that loads the whole CLI.
describe('an own playbook on the command line', { timeout: 30_000 }, () => {
  test('is validated with its configuration, and its errors have its lines', async () => {
    expect(await run('validate')).toMatchObject({ code: 0, stdout: '' });
    write('playbook.yml', playbook.replace('block: s00, target', 'block: s77, target'));
    expect(await run('validate')).toMatchObject({ code: 1, stdout: expect.stringContaining('.github/playbook.yml:3:52 there is no block "s77"') });
    write('playbook.yml', playbook);
  });

  test('that is not there is told where it is named', async () => {
    write('other.yml', config('./.github/gone.yml'));
    expect(await run('validate', '.github/other.yml')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('.github/other.yml:1:11 the file of the own playbook is not there'),
    });
  });

  test('is in the plan', async () => {
    expect((await run('plan')).stdout).toContain('Escribir la licencia s00.acme.license');
  });

  test('speaks the other language', async () => {
    expect((await run('gate', '--gate', 'quality', '--config', '.github/sprintgate.yml')).stdout).toContain('Una licencia');
    expect((await run('explain', 'quality', '--lang', 'en')).stdout).toContain('A license');
  });

  test('is compared with the method by simulate', async () => {
    const { stdout } = await run('simulate', '--config', '.github/method.yml', '--with-config', '.github/sprintgate.yml', '--gate', 'quality');
    expect(stdout).toMatch(/^Nuevo: 1 issue \(Escribir la licencia\)\./);
    expect(stdout).toContain('Una licencia');
  });

  test('is held to its verdicts by a folder of cases', async () => {
    expect(await run('test', '.github/cases')).toMatchObject({ code: 0, stdout: expect.stringContaining('✅ A license is enough') });
  });
});
