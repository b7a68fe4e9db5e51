import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProcess } from '../support/run-process.ts';

const root = join(import.meta.dirname, '../..');
const offline = ['--config', join(root, 'examples/aval/main/.github/sprintgate.yml'), '--root', join(root, 'examples/aval/main')];

const explain = (...words: string[]) => runProcess({ script: join(root, 'src/cli/sprintgate.ts'), arguments: ['explain', ...offline, ...words], cwd: root });

// Each run starts a process that loads the whole CLI.
describe('sprintgate explain', { timeout: 30_000 }, () => {
  test('tells the worst gate first, with actions, who can act and what it rests on, and ends with 0', async () => {
    const { code, stdout, stderr } = await explain('--lang', 'en');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^❓ Coverage: Cannot be evaluated\./);
    expect(stdout).toContain('The smallest set of actions that makes it pass (4):\n  1. Add to the workflow');
    expect(stdout).toContain('     who: whoever works on the change\n     for: modelo (ML model)\n');
    expect(stdout).toContain('  components.api.coverage.target: 90 % (the playbook or a default)\n');
    expect(stdout).toContain('  schedule.start: 2027-01-11 (this repository’s file)\n');
  });

  test('speaks the configuration’s language unless another is asked for', async () => {
    expect((await explain('coverage')).stdout).toMatch(/^❓ Cobertura: No se puede evaluar\./);
  });

  test('prints the same as JSON, for one gate', async () => {
    const { code, stdout } = await explain('coverage', '--json');
    expect({ code, explained: JSON.parse(stdout) }).toMatchObject({
      code: 0,
      explained: [
        {
          verdict: { gate: 'coverage', verdict: 'cannot-evaluate', enforce: 'block' },
          actions: Array.from({ length: 4 }, () => ({ kind: 'act', actor: 'team', authority: null, subjects: [{ id: expect.any(String) }] })),
          restsOn: expect.arrayContaining([{ path: 'coverage.total', value: '85 %', from: 'playbook', locked: false }]),
        },
      ],
    });
  });

  test('says when there is nothing to do', async () => {
    const { stdout } = await explain('checkpoint', '--lang', 'en');
    expect(stdout).toContain('\nNothing to do.\n');
  });

  test.each([
    ['a gate that is none', ['speed'], /there is no gate "speed"/],
    ['a language that is none', ['--lang', 'fr'], /Allowed choices are es, en/],
  ])('refuses %s with 2', async (_what, words, message) => {
    expect(await explain(...words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});
