import { isScalar, visit, type Document, type YAMLError } from 'yaml';
import { configWords, type Words } from './config-words.ts';
import { longestConfig, type ConfigSource } from './config-source.ts';
import type { ConfigProblem } from './policy.ts';

const mends: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: { en: 'indent with spaces instead of tabs', es: 'use espacios en lugar de tabuladores para la sangría' },
  BAD_INDENT: { en: 'indent the lines of one map by the same number of spaces', es: 'use el mismo número de espacios en las líneas de un mismo mapa' },
  BAD_SCALAR_START: { en: 'put the value in quotes', es: 'escriba el valor entre comillas' },
  BAD_ALIAS: { en: 'put a value that begins with * or & in quotes, such as "**"', es: 'escriba entre comillas un valor que empieza con * o &, como "**"' },
  MISSING_CHAR: {
    en: 'close every quote, bracket and brace, and write a colon after each key',
    es: 'cierre cada comilla, corchete y llave, y escriba dos puntos después de cada clave',
  },
  MULTIPLE_DOCS: { en: 'keep one document and remove the lines with ---', es: 'deje un solo documento y quite las líneas con ---' },
  NON_STRING_KEY: { en: 'write a plain word as key', es: 'escriba una palabra simple como clave' },
  TAG_RESOLVE_FAILED: { en: 'remove the tag that begins with !', es: 'quite la etiqueta que empieza con !' },
};
const anyMend: Words = {
  en: 'correct the line, with a colon after each key and two spaces for each level',
  es: 'corrija la línea, con dos puntos después de cada clave y dos espacios por nivel',
};

/** What is wrong with the YAML itself: syntax, duplicate keys, tags, a file that is empty or far too long. */
export function yamlProblems(source: ConfigSource, text: string): ConfigProblem[] {
  const { document } = source;
  if (text.length > longestConfig) return [source.problemAtOffset(0, configWords.tooLong(longestConfig))];
  if (!document) return [source.problemAtOffset(0, configWords.yaml('it is nested too deeply', anyMend))];
  const tooDeep = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  if (tooDeep) return [source.problemAtOffset(0, configWords.yaml('it is nested too deeply', anyMend))];
  // One slip makes the parser stumble many times over: the first stumble at each place says it.
  const errors = new Map([...document.errors, ...document.warnings].reverse().map((error) => [error.pos[0], error]));
  if (errors.size > 0) return [...errors.values()].map((error) => source.problemAtOffset(error.pos[0], wordsOf(error, text)));
  return [
    ...reservedKeys(document).map((offset) => source.problemAtOffset(offset, configWords.reservedKey('__proto__'))),
    ...unresolvedAliases(document).map(({ offset, alias }) =>
      source.problemAtOffset(offset, configWords.yaml(`*${alias} names an anchor that is not there`, mends.BAD_ALIAS ?? anyMend)),
    ),
  ];
}

function wordsOf(error: YAMLError, text: string): Words {
  if (error.code === 'DUPLICATE_KEY') return configWords.duplicateKey(keyAt(text.replace(/^\uFEFF/, ''), error.pos[0]));
  const what = (error.message.split('\n')[0] ?? error.message).replace(/[.:]$/, '');
  // The parser calls a line that is indented by a tab by several names.
  const line = text.slice(text.lastIndexOf('\n', error.pos[0] - 1) + 1, error.pos[0] + 1);
  if (/^[ ]*\t/.test(line)) return configWords.yaml(what, mends.TAB_AS_INDENT ?? anyMend);
  return configWords.yaml(what, mends[error.code] ?? anyMend);
}

function keyAt(text: string, offset: number): string {
  return /^["']?([^:"'\n]{1,80})/.exec(text.slice(offset))?.[1]?.trim() ?? 'This key';
}

/** zod leaves a key `__proto__` out in silence, and nothing may be left out in silence. */
function reservedKeys(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === '__proto__') offsets.push(pair.key.range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** A pattern such as `**` without quotes is an alias to YAML. */
function unresolvedAliases(document: Document): { offset: number; alias: string }[] {
  const found: { offset: number; alias: string }[] = [];
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document)) found.push({ offset: alias.range?.[0] ?? 0, alias: alias.source });
    },
  });
  return found;
}
