import { expect, test } from 'vitest';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import { resolveKnownLayers } from '../../../src/github/snapshot/resolve-known-layers.ts';

const text = (tier: number) => `playbook: construir@1\nlocale: en\ntier: ${tier}\nproduct: other\nschedule: { start: 2027-01-11 }\n`;

test('the same texts are resolved once, as they would be anew, and others apart', async () => {
  const loaded = await loadPlaybook('construir@1');
  const layers = (tier: number) => ({ loaded, organisation: null, repository: { file: 'sprintgate.yml', text: text(tier) } });
  const first = resolveKnownLayers(layers(1));
  expect(first).toEqual(resolvePolicy(layers(1)));
  expect(resolveKnownLayers(layers(1))).toBe(first);
  expect(resolveKnownLayers(layers(2))).toEqual(resolvePolicy(layers(2)));
  expect(resolveKnownLayers({ ...layers(1), organisation: { file: 'organisation.yml', text: 'tier: 1\n' } })).not.toBe(first);
  expect(resolveKnownLayers({ ...layers(1), loaded: { ...loaded } })).not.toBe(first);
});

test('texts that nobody asked for lately are forgotten', async () => {
  const loaded = await loadPlaybook('construir@1');
  const layers = (text_: string) => ({ loaded, organisation: null, repository: { file: 'sprintgate.yml', text: text_ } });
  const first = resolveKnownLayers(layers('a: 0'));
  const used = resolveKnownLayers(layers('a: 1'));
  for (let count = 2; count < 101; count += 1) {
    resolveKnownLayers(layers(`a: ${count}`));
    resolveKnownLayers(layers('a: 1'));
  }
  expect(resolveKnownLayers(layers('a: 1'))).toBe(used);
  expect(resolveKnownLayers(layers('a: 0'))).not.toBe(first);
});
