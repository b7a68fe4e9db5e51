import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { InputError } from '../../src/core/errors/input-error.ts';
import { loadLocalPlaybook, loadPlaybook, playbookLoader } from '../../src/engine/load-playbook.ts';

const pulso = fileURLToPath(new URL('../fixtures/playbooks/pulso', import.meta.url));

test('a playbook that comes with the product is loaded by name and version', async () => {
  const { playbook, texts } = await loadPlaybook('construir@1');
  expect([playbook.id, playbook.version, texts.es.title, texts.en.title]).toEqual(['construir', 1, 'Etapa 3: Construir', 'Stage 3: Build']);
});

test('a playbook on this machine is loaded by its folder', async () => {
  expect((await loadLocalPlaybook(pulso)).playbook.id).toBe('pulso');
});

test('a configuration read from a repository cannot name a folder of this machine', async () => {
  await expect(loadPlaybook(pulso)).rejects.toThrow(/there is no playbook/);
});

test('the operator’s own playbooks stand beside those that come with the product', async () => {
  const load = playbookLoader(fileURLToPath(new URL('../fixtures/playbooks', import.meta.url)));
  expect((await load('pulso@2')).playbook.id).toBe('pulso');
  expect((await load('construir@1')).playbook.id).toBe('construir');
  await expect(load('pulso@1')).rejects.toThrow(/there is no playbook "pulso@1"; write construir@1 or pulso@2/);
});

test('a folder that cannot be used hides no other playbook, is named without its place, and may be mended while we run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sprintgate-playbooks-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'ours'));
  writeFileSync(join(folder, 'ours/playbook.yml'), 'id: [');
  const load = playbookLoader(folder);
  expect((await load('construir@1')).playbook.id).toBe('construir');
  const error = await load('pulso@2').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect(String(error)).toMatch(/there is no playbook "pulso@2"; write construir@1; the playbook in ours cannot be used: ours\/playbook.yml:1/);
  expect(String(error)).not.toContain(folder);
  cpSync(pulso, join(folder, 'ours'), { recursive: true });
  expect((await load('pulso@2')).playbook.id).toBe('pulso');
});

test('a folder of playbooks that is not there hides no shipped one, and is looked for again', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'sprintgate-playbooks-')), 'later');
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true }));
  const load = playbookLoader(folder);
  expect((await load('construir@1')).playbook.id).toBe('construir');
  await expect(load('pulso@2')).rejects.toThrow(/the folder of playbooks cannot be read/);
  cpSync(pulso, join(folder, 'pulso'), { recursive: true });
  expect((await load('pulso@2')).playbook.id).toBe('pulso');
});

const refused: [reference: string, message: RegExp][] = [
  ['construir@2', /^there is no playbook "construir@2"; write construir@1/],
  ['construyr@1', /^there is no playbook "construyr@1"; write construir@1/],
  ['construir', /^there is no playbook "construir"; write construir@1/],
  ['./no/such/folder', /^playbook folder .\/no\/such\/folder cannot be read; name a folder that holds playbook.yml/],
  [fileURLToPath(new URL('.', import.meta.url)), /has no playbook.yml$/],
];

test.each(refused)('refuses %s and says what there is', async (reference, message) => {
  const error = await loadLocalPlaybook(reference).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect(String(error instanceof Error ? error.message : '')).toMatch(message);
});
