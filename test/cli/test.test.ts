import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runProcess } from '../support/run-process.ts';

const root = join(import.meta.dirname, '../..');
const config = join(root, 'examples/aval/main/.github/sprintgate.yml');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintgate-cases-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) => runProcess({ script: join(root, 'src/cli/sprintgate.ts'), arguments: ['test', ...words], cwd: root });
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

// Each run starts a process that loads the whole CLI.
describe('sprintgate test', { timeout: 30_000 }, () => {
  test('finds the cases of the sample product as expected', async () => {
    const { code, stdout, stderr } = await run('examples/aval/cases', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(
      ['first-sprint', 'limits-untested', 'sprint-two-signed', 'sprint-two'].map((name) => ({
        file: `examples/aval/cases/${name}.yml`,
        name: expect.any(String),
        differences: [],
        error: null,
      })),
    );
  });

  test('tells what differs with its place, and ends with 1', async () => {
    write('_base.yml', `name: base\nconfig: ${config}\ndate: 2027-02-03\n`);
    write('a.yml', 'name: Signed\nbase: _base.yml\nexpect:\n  checkpoint:\n    nodes:\n      architecture-review: pass\n');
    write('b.yml', 'name: Unsigned\nbase: _base.yml\nexpect: { checkpoint: fail }\n');
    const { code, stdout } = await run(folder);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual(['❌ Signed', expect.stringMatching(/^ {3}\S+a\.yml:6:28 architecture-review is fail, not pass: /), '✅ Unsigned', '']);
  });

  test('runs the others when a case cannot be run, says why with its place, and ends with 2', async () => {
    write('a.yml', `name: A slip\nconfig: ${config}\ndate: 2027-02-03\nexpects: { checkpoint: fail }\n`);
    write('b.yml', `name: No such checkpoint\nconfig: ${config}\ndate: 2027-02-03\napprove: [s77]\nexpect: { checkpoint: fail }\n`);
    write('c.yml', 'name: No configuration\nconfig: no.yml\ndate: 2027-02-03\nexpect: { checkpoint: fail }\n');
    write('d.yml', `name: No day\nconfig: ${config}\nexpect: { checkpoint: fail }\n`);
    write('e.yml', 'name: Round and round\nbase: e.yml\nexpect: { checkpoint: fail }\n');
    write('f.yml', `name: Good\nconfig: ${config}\ndate: 2027-02-03\nexpect: { checkpoint: fail }\n`);
    const { code, stdout } = await run(folder);
    expect(code).toBe(2);
    expect(stdout).toMatch(/a\.yml:4:1 "expects" is not known here/);
    expect(stdout).toMatch(/❌ No such checkpoint\n {3}\S+b\.yml: there is no checkpoint "s77"/);
    expect(stdout).toMatch(/c\.yml: \S+no\.yml: there is no such file/);
    expect(stdout).toMatch(/d\.yml:1:1 date: is missing, here and in the base/);
    expect(stdout).toMatch(/e\.yml:2:7 base: there are more than 10 on top of each other, or they go in a circle/);
    expect(stdout).toMatch(/✅ Good\n$/);
  });

  test('refuses a folder without cases: none is no pass', async () => {
    write('_base.yml', 'name: base\n');
    expect(await run(folder)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('there is no case here') });
  });
});
