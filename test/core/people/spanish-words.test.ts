import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const files = [
  ...readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(words|problems|table|render-[a-z-]+)\.ts$/.test(file))
    .map((file) => `src/${file}`),
  'action/src/gate/action-words.ts',
  'action/src/collect/summary/collected-words.ts',
  'templates/playbooks/construir/text.es.yml',
  'templates/init/sprintgate.es.yml',
  'templates/init/sprintgate-collect.es.yml',
  'templates/init/sprintgate-gate.es.yml',
];

/** Forms of "tú", and words that have another word in this product. What is in code marks may be English: commands and keys. */
const familiar =
  /(?<![\p{L}])((?<!lo )escribe(?= (?:un|una|el|los|solo|primero|cu[aá]ntas|al menos|true|block|es o|entre|dos)\b)|consulta `|corrige (?=`|la|las)|agr[eé]galo|qu[ií]talo|qu[ií]tala|quisiste|puedes|tienes|conc[eé]delo|tus?(?= \p{L})|escribiste|subiste|hab[ií]as|ac[eé]ptala|fusi[oó]nalo|conf[ií]rmalo|(?<!se )comprueba|compru[eé]bala|rev[ií]salo)(?![\p{L}])/giu;
const otherWords = /punto(?:s)? de (?:revisión|control)|(?<![\p{L}])(?:hitos?|incidencias?)(?![\p{L}])|rama predeterminada/giu;

describe('Spanish texts', () => {
  test.each(files)('%s says «usted», and one word for one thing', (file) => {
    const text = readFileSync(new URL(file, root), 'utf8');
    expect(text.match(familiar) ?? []).toEqual([]);
    expect(text.match(otherWords) ?? []).toEqual([]);
  });

  test.each(files.filter((file) => file.endsWith('-words.ts')))('%s names commands in Spanish', (file) => {
    const spanish = readFileSync(new URL(file, root), 'utf8')
      .split('\n')
      .filter((line) => /[áéíóúñ¿«]|\b(?:que|para|con|los|una)\b/.test(line))
      .join('\n');
    expect(spanish.match(/\/sprintgate (?:approve|reject|attest|waive|revoke|override|hold|unhold|explain|recheck|move|seed|status|help)\b/g) ?? []).toEqual(
      [],
    );
  });
});
