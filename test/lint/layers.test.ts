import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const oxlint = join(root, 'node_modules/.bin/oxlint');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lint(files: Record<string, string>): { code: number; output: string } {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = spawnSync(oxlint, ['--deny-warnings', '.'], { cwd: folder, encoding: 'utf8' });
  return { code: run.status ?? -1, output: run.stdout + run.stderr };
}

const allowed: [string, string][] = [
  ['src/core/gates/a.ts', "import { b } from '../verdict/b.ts';\nexport const a = b;\n"],
  ['src/core/gates/a.ts', "import { z } from 'zod';\nexport const a = z;\n"],
  ['src/core/markers/a.ts', "import { createHash } from 'node:crypto';\nexport const a = createHash;\n"],
  ['src/github/a.ts', "import { b } from '../core/b.ts';\nexport const a = b;\n"],
  ['src/engine/a.ts', "import { b } from 'pg-boss';\nexport const a = b;\n"],
  ['src/cli/a.ts', "import { b } from '../app/b.ts';\nexport const a = b;\n"],
  ['src/audit/a.ts', "import { b } from '../core/b.ts';\nexport const a = b;\n"],
  ['action/src/a.ts', "import { b } from '../../src/github/b.ts';\nexport const a = b;\n"],
];

const forbidden: [string, string, string][] = [
  ['core imports github', 'src/core/gates/a.ts', "import { b } from '../../github/b.ts';\nexport const a = b;\n"],
  ['core imports the store', 'src/core/a.ts', "import { b } from '../store/b.ts';\nexport const a = b;\n"],
  ['core reads files', 'src/core/a.ts', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n"],
  ['core imports octokit', 'src/core/a.ts', "import { Octokit } from '@octokit/rest';\nexport const a = Octokit;\n"],
  ['github imports the store', 'src/github/x/a.ts', "import { b } from '../../store/b.ts';\nexport const a = b;\n"],
  ['store imports github', 'src/store/a.ts', "import { b } from '../github/b.ts';\nexport const a = b;\n"],
  ['engine imports github', 'src/engine/a.ts', "import { b } from '../github/b.ts';\nexport const a = b;\n"],
  ['engine imports the store', 'src/engine/a.ts', "import type { B } from '../store/b.ts';\nexport const a = (b: B) => b;\n"],
  ['core announces', 'src/core/a.ts', "import { b } from '../telemetry/b.ts';\nexport const a = b;\n"],
  ['audit imports the store', 'src/audit/x/a.ts', "import { b } from '../../store/b.ts';\nexport const a = b;\n"],
  ['audit imports the pages', 'src/audit/a.ts', "import type { B } from '../web/b.ts';\nexport const a = (b: B) => b;\n"],
  ['the engine imports audit', 'src/engine/a.ts', "import { b } from '../audit/b.ts';\nexport const a = b;\n"],
  ['core imports audit', 'src/core/a.ts', "import { b } from '../audit/b.ts';\nexport const a = b;\n"],
  ['telemetry imports the engine', 'src/telemetry/a.ts', "import { b } from '../engine/b.ts';\nexport const a = b;\n"],
  ['the action imports the cli', 'action/src/a.ts', "import { b } from '../../src/cli/b.ts';\nexport const a = b;\n"],
  ['app imports the cli', 'src/app/a.ts', "import { b } from '../cli/b.ts';\nexport const a = b;\n"],
  ['a barrel', 'src/core/a.ts', "export * from './b.ts';\n"],
  ['an any', 'src/core/a.ts', 'export function a(b: any): unknown {\n  return b;\n}\n'],
  ['a non-null assertion', 'src/core/a.ts', 'export function a(b: string | null): string {\n  return b!;\n}\n'],
  ['four positional parameters', 'src/core/a.ts', 'export function a(b: number, c: number, d: number, e: number): number {\n  return b + c + d + e;\n}\n'],
  [
    'a file of more than 300 lines',
    'src/core/a.ts',
    'export const a = 1;\n'.repeat(1) + Array.from({ length: 301 }, (_, n) => `export const a${n} = ${n};\n`).join(''),
  ],
];

describe('the lint', () => {
  it.each(allowed)('lets %s import what its layer may', (path, text) => {
    expect(lint({ [path]: text })).toMatchObject({ code: 0 });
  });

  it.each(forbidden)('turns red when %s', (_name, path, text) => {
    expect(lint({ [path]: text }).code).not.toBe(0);
  });

  it('turns red on a cycle, also of types alone', () => {
    const cycle = lint({
      'src/core/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }\n",
      'src/core/b.ts': "import type { A } from './a.ts';\nexport interface B { a: A }\n",
    });
    expect(cycle.output).toContain('no-cycle');
    expect(cycle.code).not.toBe(0);
  });

  it('is green on this repository', () => {
    expect(() => execFileSync(oxlint, ['--deny-warnings'], { cwd: root })).not.toThrow();
  });
});
