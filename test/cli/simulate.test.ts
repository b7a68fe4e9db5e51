import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProcess } from '../support/run-process.ts';

const root = join(import.meta.dirname, '../..');
const reports = join(root, 'examples/aval/reports/main');
const offline = ['--config', join(root, 'examples/aval/main/.github/sprintgate.yml'), '--root', join(root, 'examples/aval/main'), '--lang', 'en'];

const simulate = (...words: string[]) => runProcess({ script: join(root, 'src/cli/sprintgate.ts'), arguments: ['simulate', ...offline, ...words], cwd: root });

// Each run starts a process that loads the whole CLI.
describe('sprintgate simulate', { timeout: 30_000 }, () => {
  test('prints what flips on another day, and ends with 1 where the gates would not let it through', async () => {
    const { code, stdout, stderr } = await simulate('--evidence', reports, '--date', '2027-02-03');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^✅ Coverage: stays as it is\n✅ → ❓ Checkpoint: .+\n {2}➖ → ❓ Architecture review: .+\n➖ Readiness: stays as it is\n$/);
  });

  test('opens the checkpoint with a signature, and says what it supposes of the others', async () => {
    const { code, stdout } = await simulate('--evidence', reports, '--date', '2027-02-03', '--approve', 's00@ana');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Who signed so far could not be read here: .+\n✅ Coverage/);
    expect(stdout).toContain('➖ → ✅ Architecture review: Signed by ana on 2027-02-03.');
  });

  test('adds reports, and prints the same as JSON', async () => {
    const { code, stdout } = await simulate('--gate', 'coverage', '--with-evidence', reports, '--json');
    const { notes, before, after, flips } = JSON.parse(stdout);
    expect({ code, notes, before, after }).toMatchObject({ code: 0, notes: [], before: [{ verdict: 'cannot-evaluate' }], after: [{ verdict: 'pass' }] });
    expect(flips[0]).toEqual({
      gate: 'coverage',
      id: 'coverage',
      title: 'Coverage',
      depth: 0,
      before: 'cannot-evaluate',
      after: 'pass',
      reason: expect.any(String),
    });
  });

  test('asks for readiness once the pull request has the label of a release', async () => {
    const { stdout } = await simulate('--label', 'release', '--gate', 'readiness');
    expect(stdout).toMatch(/^➖ → [❌❓] Readiness: /u);
  });

  test('says what another configuration would make of the plan', async () => {
    const { stdout, code } = await simulate('--with-config', join(root, 'examples/aval/main/.github/sprintgate.yml'), '--gate', 'readiness');
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: 'The plan stays as it is.' });
  });

  test.each([
    ['a checkpoint that is none', ['--approve', 'architecture'], /there is no checkpoint "architecture"/],
    ['a signature by nobody', ['--approve', 's00@'], /approve "s00@": write CHECKPOINT, or CHECKPOINT@user/],
    ['a day that is none', ['--date', 'tomorrow'], /tomorrow is not a day/],
    ['a configuration that is not there', ['--with-config', 'no.yml'], /no\.yml: there is no such file/],
  ])('refuses %s with 2', async (_what, words, message) => {
    expect(await simulate(...words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});
