import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { InputError } from '../../../src/core/errors/input-error.ts';
import { parsePlaybook } from '../../../src/core/playbook/parse-playbook.ts';

const folder = new URL('../../fixtures/playbooks/pulso/', import.meta.url);
const file = (name: string) => ({ file: name, text: readFileSync(new URL(name, folder), 'utf8') });
const files = { 'playbook.yml': file('playbook.yml'), 'text.es.yml': file('text.es.yml'), 'text.en.yml': file('text.en.yml') };
type Name = keyof typeof files;

function parseWith(name: Name, from: string, to: string) {
  const changed = { ...files, [name]: { file: name, text: replaceOnce(files[name].text, from, to) } };
  return parsePlaybook({ structure: changed['playbook.yml'], texts: [changed['text.es.yml'], changed['text.en.yml']] });
}

function replaceOnce(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
}

/** Line and column of a text, counted from 1. */
function placeOf(text: string, needle: string): string {
  const before = text.slice(0, text.indexOf(needle)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

test('a playbook is read with its words in both languages', () => {
  const { playbook, texts } = parsePlaybook({ structure: files['playbook.yml'], texts: [files['text.es.yml'], files['text.en.yml']] });
  expect([playbook.id, playbook.version, playbook.blocks.length, texts.es.locale, texts.en.locale]).toEqual(['pulso', 2, 3, 'es', 'en']);
});

const broken: [what: string, name: Name, from: string, to: string, message: string | RegExp][] = [
  [
    'a checkpoint of an unknown block',
    'playbook.yml',
    'id: pieza-viva, block: construye',
    'id: pieza-viva, block: construyo',
    'there is no block "construyo"; write "construye"',
  ],
  [
    'an unknown authority',
    'playbook.yml',
    'block: entrega, authority: guia',
    'block: entrega, authority: nadie',
    'there is no authority "nadie"; use one of guia',
  ],
  [
    'an unknown criterion in a checklist',
    'playbook.yml',
    '[ base.readme, cuidado.cobertura',
    '[ base.readmi, cuidado.cobertura',
    'there is no criterion "base.readmi"; write "base.readme"',
  ],
  [
    'an unknown criterion of an item',
    'playbook.yml',
    'criteria: [ base.acuerdo, cuidado.espera ]',
    'criteria: [ base.acuerdo, otra.cosa ]',
    /there is no criterion "otra.cosa"/,
  ],
  [
    'an unknown parameter in a rule',
    'playbook.yml',
    'parameter: espera.maxima',
    'parameter: espera.minima',
    'there is no parameter "espera.minima"; write "espera.maxima"',
  ],
  ['an unknown category', 'playbook.yml', 'category: base, block: prepara', 'category: bases, block: prepara', 'there is no category "bases"; write "base"'],
  ['an unknown target', 'playbook.yml', 'block: prepara, target: entrega', 'block: prepara, target: salida', 'there is no target "salida"; use one of entrega'],
  ['an unknown gate', 'playbook.yml', 'gate: cobertura-min', 'gate: cobertura', /there is no gate "cobertura"/],
  ['an unknown component kind', 'playbook.yml', 'kinds: [ servicio ]', 'kinds: [ servicios ]', 'there is no component kind "servicios"; write "servicio"'],
  ['an unknown test type', 'playbook.yml', 'type: rapida', 'type: lenta', 'there is no test type "lenta"; use one of rapida'],
  [
    'an unknown attesting authority',
    'playbook.yml',
    'attestation: { authority: guia',
    'attestation: { authority: guio',
    'there is no authority "guio"; write "guia"',
  ],
  [
    'an unknown parent',
    'playbook.yml',
    'kind: task, block: entrega, parent: entrega.tablero',
    'kind: task, block: entrega, parent: entrega.tabla',
    'there is no item "entrega.tabla"; write "entrega.tablero"',
  ],
  [
    'a sprint outside of its block',
    'playbook.yml',
    'block: construye, sprint: 2',
    'block: construye, sprint: 3',
    'sprint 3 is not in construye; use one of 1, 2',
  ],
  ['a gap between sprints', 'playbook.yml', 'sprints: [ 3 ]', 'sprints: [ 4 ]', 'sprint 4 is out of order; the next one is 3'],
  [
    'the same id twice',
    'playbook.yml',
    '- { id: fallas.menos-de, value: 3 }',
    '- { id: espera.maxima, value: 3 }',
    '"espera.maxima" stands twice in parameters; rename one',
  ],
  [
    'a person alone without a reason',
    'playbook.yml',
    '    onlyPerson: judgement\n',
    '',
    'criterion "base.acuerdo" rests on attestation alone; say why in onlyPerson, or let evidence decide it',
  ],
  [
    'a criterion decided by itself',
    'playbook.yml',
    'rule: { metric: { name: espera, is: <=, than: { parameter: espera.maxima } } }',
    'rule: { criterion: cuidado.espera }',
    'criterion "cuidado.espera" is decided by itself; break the circle',
  ],
  [
    'a checkpoint that waits for itself',
    'playbook.yml',
    'rule: { files: { paths: [ README.md ] } }',
    'rule: { checkpoint: plan-claro }',
    /criterion "base.readme" waits for the sign-off of "plan-claro"/,
  ],
  [
    'what is ours without a reason',
    'playbook.yml',
    '- { id: guia }',
    '- { id: guia, source: ours }',
    '"guia" is ours and not the method\'s; say why in reason',
  ],
  ['an unknown field', 'playbook.yml', 'sprint: { weeks: 1 }', 'sprint: { weeks: 1, days: 2 }', '"days" is not known here; remove it or mend its spelling'],
  ['a floor above 100 %', 'playbook.yml', 'floor: 6500', 'floor: 65000', /componentKinds.0.floor: too big/],
  ['a pattern that could take minutes to match', 'playbook.yml', 'paths: [ README.md ]', "paths: [ '*a*a*a*b' ]", /three stars/],
  ['a misspelt rule', 'playbook.yml', 'coverage: { of: total }', 'coverage: { off: total }', /of/],
  ['broken YAML', 'playbook.yml', 'sprint: { weeks: 1 }', 'sprint: { weeks: 1', /not YAML/],
  ['words that are missing', 'text.en.yml', '  guia:\n', '  guide:\n', 'authorities lacks the words for "guia"'],
  [
    'words that nothing needs',
    'text.es.yml',
    '  puertos: Puertos',
    '  puertos: Puertos\n  puertas: Puertas',
    'facts has words for "puertas", which the playbook does not define',
  ],
  ['a body in one language only', 'text.en.yml', '    body: Agree what is done.\n', '', 'blocks.prepara.body stands in the other language and not here'],
  ['task lists of different length', 'text.en.yml', '      - How to try it\n', '', 'items.prepara.readme.done has 1 entries, the other language has 2'],
  ['no reason why a person decides', 'text.en.yml', '    why: Only that person knows.\n', '', 'say in "why" why only a person can decide "base.acuerdo"'],
];

test.each(broken)('refuses %s and says where', (...row) => {
  const [, name, from, to, message] = row;
  const text = messageOf(() => parseWith(name, from, to));
  const line = text.split('\n').find((each) => (typeof message === 'string' ? each.endsWith(` ${message}`) : message.test(each)));
  expect(line ?? text).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}:\\d+:\\d+ `));
});

test('line and column point at the wrong word', () => {
  const text = messageOf(() => parseWith('playbook.yml', 'parameter: espera.maxima', 'parameter: espera.minima'));
  const place = placeOf(replaceOnce(files['playbook.yml'].text, 'parameter: espera.maxima', 'parameter: espera.minima'), 'espera.minima');
  expect(text).toBe(`playbook.yml:${place} there is no parameter "espera.minima"; write "espera.maxima"`);
});

test('every error is named, not only the first', () => {
  const text = messageOf(() =>
    parseWith('playbook.yml', 'authority: guia, kind: review, criteria: [ base.readme ]', 'authority: guio, kind: review, criteria: [ base.otro ]'),
  );
  expect(text.split('\n').length).toBeGreaterThanOrEqual(2);
});

test('a playbook without the words of a language is refused', () => {
  expect(messageOf(() => parsePlaybook({ structure: files['playbook.yml'], texts: [files['text.es.yml']] }))).toBe(
    'playbook.yml:1:1 the playbook has no words with locale "en"; add text.en.yml',
  );
  expect(
    messageOf(() => parsePlaybook({ structure: files['playbook.yml'], texts: [files['text.es.yml'], files['text.en.yml'], files['text.es.yml']] })),
  ).toContain('"es" is already in text.es.yml');
});

test('a block with more than a hundred children is refused: GitHub takes no more', () => {
  const many = Array.from({ length: 101 }, (_, index) => `  - { id: extra.n${index}, kind: task, block: entrega, parent: entrega.tablero }`).join('\n');
  const text = messageOf(() => parseWith('playbook.yml', '\nnotes: []', `\n${many}\nnotes: []`));
  expect(text).toMatch(/"entrega.tablero" has \d+ children; GitHub allows 100 sub-issues, split it/);
});

const places: [what: string, at: string, message: RegExp][] = [
  ['an item that is not there', 'item:prepara.nada', /there is no item "prepara.nada"/],
  ['a fact that is not there', 'item:construye.servicio#puerto', /there is no fact of item "construye.servicio" "puerto"; write "puertos"/],
  ['a criterion that is not there', 'criterion:base.nada', /there is no criterion "base.nada"/],
  ['a checklist group that is not there', 'checklist:salida.nada', /there is no checklist "salida.nada"/],
];

test.each(places)('refuses an element that lives at %s', (_what, at, message) => {
  const elements = `elements:\n  - number: 1\n    id: uno\n    parts:\n      - { id: parte, at: ["${at}"] }\n`;
  expect(messageOf(() => parseWith('playbook.yml', '\nnotes: []', `\n${elements}\nnotes: []`))).toMatch(message);
});
