import type { Words } from '../policy/config-words.ts';

const kinds: Readonly<Record<string, string>> = {
  criterion: 'el criterio',
  checkpoint: 'el checkpoint',
  authority: 'la autoridad',
  block: 'el bloque',
  target: 'el objetivo',
  category: 'la categoría',
  gate: 'la compuerta',
  item: 'el elemento',
  parameter: 'el parámetro',
  product: 'el producto',
  phase: 'la fase',
  'component kind': 'el tipo de componente',
  'test type': 'el tipo de prueba',
};

const patterns: readonly [RegExp, (parts: readonly string[]) => string][] = [
  [/^there is no (.+?) "(.*?)"; (.*)$/, ([, kind = '', id = '', mend = '']) => `no existe ${kinds[kind] ?? kind} "${id}"; ${mendOf(mend)}`],
  [
    /^"(.*)" is switched off, but criterion "(.*)" rests on it; .*$/,
    ([, id = '', above = '']) => `"${id}" se desactiva, pero el criterio "${above}" descansa en él; desactive también ese, o dele otra regla`,
  ],
  [/^"(.*)" is not known here; remove it or mend its spelling$/, ([, key = '']) => `"${key}" no se conoce aquí; quítelo o corrija cómo está escrito`],
  [/^"(.*)" stands twice in (.*); rename one$/, ([, id = '', list = '']) => `"${id}" está dos veces en ${list}; cambie uno de nombre`],
  [/^(.*) lacks the words for "(.*)"$/, ([, list = '', id = '']) => `faltan en texts las palabras (${list}) de "${id}"`],
  [/^(.*) has words for "(.*)", which .*$/, ([, list = '', id = '']) => `texts tiene palabras (${list}) para "${id}", que el playbook no define`],
  [
    /^criterion "(.*)" rests on attestation alone; .*$/,
    ([, id = '']) => `el criterio "${id}" descansa solo en la palabra de una persona; diga por qué en onlyPerson, o deje que lo decida la evidencia`,
  ],
  [/^criterion "(.*)" is decided by itself; .*$/, ([, id = '']) => `el criterio "${id}" se decide por sí mismo; rompa el círculo`],
];

function mendOf(mend: string): string {
  return mend
    .replace(/^write /, 'escriba ')
    .replace(/^use one that the playbook defines$/, 'use uno que el playbook defina')
    .replace(/^use one of /, 'use uno de ')
    .replace(/none yet: define it$/, 'ninguno todavía: defínalo');
}

/** A sentence of the playbook's own checks in both languages; what has no translation is shown as it is. */
export function bothWords(message: string): Words {
  for (const [pattern, say] of patterns) {
    const parts = pattern.exec(message);
    if (parts) return { en: `${message}.`, es: `${say(parts)}.` };
  }
  return { en: `${message}.`, es: `no es válido: ${message}.` };
}

export const ownPlaybookWords = {
  notOff: (id: string): Words => ({
    en: `"${id}" is switched off, but the playbook that this one extends does not have it; remove the entry.`,
    es: `"${id}" se desactiva, pero el playbook que se extiende no lo tiene; quite la entrada.`,
  }),
  noExtends: (): Words => ({
    en: 'extends is missing; write the playbook that this one changes, such as extends: construir@1.',
    es: 'falta extends; escriba el playbook que este modifica, como extends: construir@1.',
  }),
  noBase: (message: string): Words => ({ en: `${message}.`, es: `el playbook que se extiende no se puede usar: ${message}.` }),
  gone: (): Words => ({
    en: 'the file of the own playbook is not there; put it back, or name the playbook that it extended in playbook.',
    es: 'el archivo del playbook propio no está; restáurelo, o escriba en playbook el que extendía.',
  }),
  unreadable: (): Words => ({
    en: 'GitHub does not let the app read the own playbook; grant it the permission `contents: read`.',
    es: 'GitHub no deja que la aplicación lea el playbook propio; otórguele el permiso `contents: read`.',
  }),
  badPath: (path: string): Words => ({
    en: `playbook is ${path}; an own playbook is a .yml file of this repository, such as ./.github/playbook.yml.`,
    es: `playbook es ${path}; un playbook propio es un archivo .yml de este repositorio, como ./.github/playbook.yml.`,
  }),
} as const;
