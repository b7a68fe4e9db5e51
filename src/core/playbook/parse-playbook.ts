import { InputError } from '../errors/input-error.ts';
import { checkReferences } from './check-references.ts';
import { checkSameWords, checkWords } from './check-words.ts';
import { playbookSchema, type Playbook } from './playbook-schema.ts';
import { readYaml, type SourceFile, type YamlSource } from './read-yaml.ts';
import { playbookTextSchema, type Locale, type PlaybookText } from './text-schema.ts';

/** A playbook with its words in both languages, checked against each other. */
export interface LoadedPlaybook {
  readonly playbook: Playbook;
  readonly texts: Record<Locale, PlaybookText>;
  /** Where a repository's own file changed another playbook: that file, and the playbook as it was. */
  readonly own?: { readonly file: string; readonly text: string; readonly base: LoadedPlaybook };
}

/**
 * Reads a playbook's structure and its words. Throws an InputError with one `file:line:column message` line
 * for each thing wrong: an id that nothing defines, a missing or surplus word, languages that differ.
 */
export function parsePlaybook(input: { structure: SourceFile; texts: SourceFile[] }): LoadedPlaybook {
  const structure = readYaml(input.structure, playbookSchema);
  const words = input.texts.map((text) => readYaml(text, playbookTextSchema));
  const es = wordsIn('es', words, input.structure.file);
  const en = wordsIn('en', words, input.structure.file);
  const problems = [
    ...checkReferences(structure.value).map(structure.place),
    ...words.flatMap((text) => checkWords(structure.value, text.value).map(text.place)),
    ...checkSameWords(en.value, es.value).map(en.place),
  ];
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  return { playbook: structure.value, texts: { es: es.value, en: en.value } };
}

function wordsIn(locale: Locale, words: readonly YamlSource<PlaybookText>[], structure: string): YamlSource<PlaybookText> {
  const [text, second] = words.filter(({ value }) => value.locale === locale);
  if (!text) throw new InputError(`${structure}:1:1 the playbook has no words with locale "${locale}"; add text.${locale}.yml`);
  if (second) throw new InputError(`${second.file}:1:1 "${locale}" is already in ${text.file}; keep one of them`);
  return text;
}
