import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAction } from '../../scripts/build-action.ts';

/** The Action as it is shipped: built into a folder of its own, beside the playbooks as in the repository. */
export interface BuiltAction {
  readonly entry: string;
  remove(): void;
}

export async function builtAction(): Promise<BuiltAction> {
  const folder = mkdtempSync(join(tmpdir(), 'sprintgate-bundle-'));
  mkdirSync(join(folder, 'action'));
  writeFileSync(join(folder, 'action/package.json'), '{"type":"module"}');
  symlinkSync(join(import.meta.dirname, '../../templates'), join(folder, 'templates'));
  await buildAction(join(folder, 'action/dist'));
  return { entry: join(folder, 'action/dist/index.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
