import { checkSameWords, checkWords } from '../playbook/check-words.ts';
import type { Playbook } from '../playbook/playbook-schema.ts';
import type { Problem } from '../playbook/problem.ts';
import type { Locale, PlaybookText } from '../playbook/text-schema.ts';
import type { OwnPlaybook } from './own-playbook-schema.ts';

type Texts = Readonly<Record<Locale, PlaybookText>>;

/** The words without those of what was switched off, and what is wrong with the words that the own playbook has or lacks. */
export function checkOwnTexts(playbook: Playbook, texts: Texts, own: OwnPlaybook): { texts: Record<Locale, PlaybookText>; problems: Problem[] } {
  const es = prune(playbook, texts.es, own);
  const en = prune(playbook, texts.en, own);
  const problems = [...checkWords(playbook, en), ...checkWords(playbook, es), ...checkSameWords(en, es)];
  const unique = new Map(problems.map((problem) => [problem.message, problem]));
  return { texts: { es, en }, problems: [...unique.values()] };
}

/** Words of the extended playbook for what is no more are left out; own words for nothing stay and are told. */
function prune(playbook: Playbook, text: PlaybookText, own: OwnPlaybook): PlaybookText {
  const pruned: Record<string, unknown> = { ...text };
  for (const { path } of checkWords(playbook, text)) {
    const [section, key, field] = path.map(String);
    if (section === undefined || key === undefined || isOwn(own, section, key)) continue;
    pruned[section] = without(pruned[section], key, field);
  }
  return pruned as PlaybookText;
}

function without(section: unknown, key: string, field: string | undefined): unknown {
  const entries = Object.entries(typeof section === 'object' && section !== null ? section : {});
  if (field === undefined) return Object.fromEntries(entries.filter(([id]) => id !== key));
  return Object.fromEntries(entries.map(([id, words]) => (id === key ? [id, without(words, field, undefined)] : [id, words])));
}

function isOwn(own: OwnPlaybook, section: string, key: string): boolean {
  return [own.texts?.es, own.texts?.en].some((texts) => {
    const words: unknown = texts && Reflect.get(texts, section);
    return typeof words === 'object' && words !== null && Object.hasOwn(words, key);
  });
}
