import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { InputError } from '../../src/core/errors/input-error.ts';
import { listShipped, loadPlaybook } from '../../src/engine/load-playbook.ts';

const pulso = fileURLToPath(new URL('../fixtures/playbooks/pulso', import.meta.url));

test('a playbook that comes with the product is loaded by name and version', async () => {
  const { playbook, texts } = await loadPlaybook('construir@1');
  expect([playbook.id, playbook.version, texts.es.title, texts.en.title]).toEqual(['construir', 1, 'Etapa 3: Construir', 'Stage 3: Build']);
  expect(await listShipped()).toContain('construir@1');
});

test('a playbook of the repository is loaded by its folder', async () => {
  expect((await loadPlaybook(pulso)).playbook.id).toBe('pulso');
});

const refused: [reference: string, message: RegExp][] = [
  ['construir@2', /^there is no playbook "construir@2"; there is .*construir@1/],
  ['construyr@1', /^there is no playbook "construyr@1"; there is .*construir@1/],
  ['construir', /neither a name with a version nor a folder; write for example construir@1/],
  ['./no/such/folder', /^playbook folder .\/no\/such\/folder cannot be read; name a folder that holds playbook.yml/],
  [fileURLToPath(new URL('.', import.meta.url)), /has no playbook.yml$/],
];

test.each(refused)('refuses %s and says what there is', async (reference, message) => {
  const error = await loadPlaybook(reference).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect(String(error instanceof Error ? error.message : '')).toMatch(message);
});
