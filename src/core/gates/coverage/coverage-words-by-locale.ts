import type { Locale } from '../../playbook/text-schema.ts';
import { coverageWordsEn } from './coverage-words-en.ts';
import { coverageWordsEs } from './coverage-words-es.ts';
import type { CoverageWords } from './coverage-words.ts';

/** What the coverage gate says, by language. */
export const coverageWords: Readonly<Record<Locale, CoverageWords>> = { en: coverageWordsEn, es: coverageWordsEs };
