import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProcess } from '../support/run-process.ts';

const script = join(import.meta.dirname, '../../src/cli/sprintgate.ts');

test.each([
  [['evidence', 'docs'], /^this is a folder; name a file/],
  [['validate', 'docs'], /^this is a folder; name a file/],
  [['validate', 'no/such/file.yml'], /there is no such file or folder; check the path/],
])('%j could not run: one sentence, exit 2, no stack', async (words, message) => {
  const { code, stdout, stderr } = await runProcess({ script, arguments: [...words], env: {} });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
