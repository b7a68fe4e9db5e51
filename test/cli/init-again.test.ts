import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProcess } from '../support/run-process.ts';

it('writes what is missing beside a workflow that it wrote before', async () => {
  const repository = mkdtempSync(join(tmpdir(), 'sprintgate-init-'));
  const init = (kind: string) =>
    runProcess({ script: 'src/cli/sprintgate.ts', arguments: ['init', '--root', repository, '--locale', 'en', '--workflow', kind] });
  expect(await init('collect')).toMatchObject({ code: 0 });
  expect(await init('gate')).toMatchObject({ code: 0 });
  rmSync(repository, { recursive: true });
});
