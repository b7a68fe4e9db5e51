import { describe, expect, test } from 'vitest';
import { extendPlaybook } from '../../../src/core/own-playbook/extend-playbook.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';

const base = await loadPlaybook('construir@1');
const file = '.github/playbook.yml';
const extend = (text: string) => extendPlaybook({ base, file, text: `extends: construir@1\n${text}` });
const criterionOf = (text: string, id: string) => {
  const { loaded, problems } = extend(text);
  expect(problems).toEqual([]);
  return loaded?.playbook.criteria.find((criterion) => criterion.id === id);
};

const added = `criteria:
  - id: acme.threat-model
    category: security
    block: s09
    target: release
    rule: { files: { paths: ["docs/threat-model.md"] } }
texts:
  es: { criteria: { acme.threat-model: { title: Modelo de amenazas } } }
`;

describe('an own playbook', () => {
  test('that changes nothing is the one that it extends', () => {
    const { loaded, problems } = extend('');
    expect(problems).toEqual([]);
    expect(loaded?.playbook).toEqual(base.playbook);
    expect(loaded?.texts).toEqual(base.texts);
    expect(loaded?.own?.base).toBe(base);
  });

  test('adds a criterion, whose words in one language stand in for the other', () => {
    expect(criterionOf(added, 'acme.threat-model')).toMatchObject({ source: 'ours', rule: { files: { least: 1 } } });
    expect(extend(added).loaded?.texts.en.criteria['acme.threat-model']).toEqual({ title: 'Modelo de amenazas' });
  });

  test('changes a criterion and leaves the rest of it as it was', () => {
    const before = base.playbook.criteria.find(({ id }) => id === 'api.contract');
    expect(criterionOf('criteria: [{ id: api.contract, block: s00 }]', 'api.contract')).toEqual({ ...before, block: 's00' });
  });

  test('switches a criterion off, with every reference to it', () => {
    const { loaded, problems } = extend('criteria: [{ id: model.training-tracked, off: true }]');
    expect(problems).toEqual([]);
    expect(JSON.stringify(loaded?.playbook)).not.toContain('model.training-tracked"');
    expect(loaded?.texts.es.criteria).not.toHaveProperty(['model.training-tracked']);
  });

  test('changes floors, figures, a checkpoint’s authority and words', () => {
    const { loaded, problems } = extend(`componentKinds: [{ id: api, floor: 9200 }]
coverage: { total: 8800 }
parameters: [{ id: robustness.minimum, value: 0.8 }]
checkpoints: [{ id: ux-review, authority: stakeholder-review }]
texts: { en: { checkpoints: { ux-review: { title: Design review } } } }
`);
    expect(problems).toEqual([]);
    expect(loaded?.playbook.componentKinds.find(({ id }) => id === 'api')?.floor).toBe(9200);
    expect(loaded?.playbook.coverage).toEqual({ ...base.playbook.coverage, total: 8800 });
    expect(loaded?.playbook.parameters.find(({ id }) => id === 'robustness.minimum')?.value).toBe(0.8);
    expect(loaded?.playbook.checkpoints.find(({ id }) => id === 'ux-review')?.authority).toBe('stakeholder-review');
    expect([loaded?.texts.en.checkpoints['ux-review']?.title, loaded?.texts.es.checkpoints['ux-review']]).toEqual([
      'Design review',
      base.texts.es.checkpoints['ux-review'],
    ]);
  });

  test('adds an issue to the plan', () => {
    const { loaded, problems } = extend(`items: [{ id: s09.acme.threat-model, kind: task, block: s09, parent: s09.block }]
texts: { en: { items: { s09.acme.threat-model: { title: Threat model, done: [Reviewed] } } } }`);
    expect(problems).toEqual([]);
    expect(loaded?.playbook.items.at(-1)).toMatchObject({ id: 's09.acme.threat-model', criteria: [] });
  });
});

describe('what is wrong in an own playbook is told with its line, in both languages', () => {
  test.each([
    ['an unknown key', 'criterias: []', '2:1 "criterias" is not known here; remove it or mend its spelling.', '"criterias" no se conoce aquí'],
    [
      'an unknown block',
      'criteria:\n  - id: api.contract\n    block: s99',
      '4:12 there is no block "s99"; write "s09".',
      'no existe el bloque "s99"; escriba "s09".',
    ],
    ['a criterion without words', added.split('texts')[0] ?? '', '3:9 criteria lacks the words for "acme.threat-model".', 'faltan en texts las palabras'],
    [
      'words for nothing',
      'texts:\n  en:\n    criteria:\n      no.such: { title: x }',
      '5:16 criteria has words for "no.such"',
      'texts tiene palabras (criteria) para "no.such"',
    ],
    ['a stranger that is switched off', 'criteria:\n  - { id: no.such, off: true }', '3:11 "no.such" is switched off, but', '"no.such" se desactiva, pero'],
    [
      'a floor above 100 %',
      'componentKinds:\n  - { id: api, floor: 20000 }',
      '3:23 componentKinds.0.floor: too big',
      'componentKinds.0.floor: demasiado grande',
    ],
    ['a rule that is none', 'criteria:\n  - id: api.contract\n    rule: { fyles: { paths: [a] } }', '4:', 'criteria.0.rule'],
    [
      'what another criterion rests on alone',
      'criteria:\n  - { id: tests.data-pipeline.data-quality, off: true }',
      '3:11 "tests.data-pipeline.data-quality" is switched off, but criterion "',
      '" descansa en él; desactive también ese',
    ],
    ['broken YAML', 'criteria: [', '2:', 'Esto no es YAML válido'],
    ['a word alone of a person without its reason', 'criteria:\n  - id: api.contract\n    rule: { attestation: { authority: sponsor } }', '4:', 'onlyPerson'],
  ])('%s', (_name, text, english, spanish) => {
    const { loaded, problems } = extend(text);
    expect(loaded).toBeNull();
    const [first] = problems;
    expect(`${first?.line}:${first?.column} ${first?.messages?.en}`).toContain(english);
    expect(first?.messages?.es).toContain(spanish);
    expect(first?.file).toBe(file);
  });

  test.each([
    ['an empty file', ''],
    ['a list', '- a'],
    ['a file without extends', 'criteria: []'],
  ])('%s says that extends is missing', (_name, text) => {
    expect(extendPlaybook({ base, file, text }).problems[0]?.message).toContain('extends is missing');
  });

  test('aliases that multiply are refused, not written out', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e'].map((key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcd'[index]}`).join(', ')}]`),
    ].join('\n');
    expect(extendPlaybook({ base, file, text: `extends: construir@1\n${bomb}` }).problems[0]?.message).toContain('repeats aliases');
  });

  test('a file that is too long or nested too deeply is refused', () => {
    expect(extend('#'.repeat(200_001)).problems[0]?.message).toContain('more than 200000 characters');
    expect(extend(`criteria: ${'['.repeat(50_000)}`).loaded).toBeNull();
  });
});
