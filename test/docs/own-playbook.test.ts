import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extendPlaybook } from '../../src/core/own-playbook/extend-playbook.ts';
import { loadPlaybook } from '../../src/engine/load-playbook.ts';

test('the sample of docs/own-playbook.md is a good own playbook, and does what the page says', async () => {
  const page = readFileSync(new URL('../../docs/own-playbook.md', import.meta.url), 'utf8');
  const text = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, block]) => block ?? '').find((block) => block.includes('extends:')) ?? '';
  const { loaded, problems } = extendPlaybook({ base: await loadPlaybook('construir@1'), file: '.github/playbook.yml', text });
  expect(problems).toEqual([]);
  const ids = loaded?.playbook.criteria.map(({ id }) => id);
  expect(ids).toContain('acme.threat-model');
  expect(ids).not.toContain('ci.code-quality');
  expect(loaded?.texts.es.items['s09.acme.threat-model']?.title).toBe('Modelo de amenazas');
});
