import { z } from 'zod';
import { explainIssue } from '../playbook/explain-issue.ts';
import { capProblems } from '../policy/cap-problems.ts';
import { readConfigSource } from '../policy/config-source.ts';
import { configWords } from '../policy/config-words.ts';
import { inOrder } from '../policy/parse-config.ts';
import type { ConfigProblem } from '../policy/policy.ts';
import { yamlProblems } from '../policy/yaml-problems.ts';
import { ownPlaybookSchema, type OwnPlaybook } from './own-playbook-schema.ts';
import { bothWords, ownPlaybookWords } from './own-playbook-words.ts';
import { plainValue, tooManyAliases } from '../policy/plain-value.ts';

export interface ReadOwnPlaybook {
  readonly own: OwnPlaybook | null;
  /** The file as data, without what the schema assumes. */
  readonly written: Readonly<Record<string, unknown>> | null;
  readonly problems: ConfigProblem[];
}

/** Reads an own playbook's file by itself, within the bounds that a configuration has. Never throws. */
export function readOwnPlaybook(file: string, text: string): ReadOwnPlaybook {
  const source = readConfigSource(file, text);
  const broken = yamlProblems(source, text);
  const failed = (problems: readonly ConfigProblem[]): ReadOwnPlaybook => ({ own: null, written: null, problems: capProblems(inOrder(problems)) });
  if (broken.length > 0) return failed(broken);
  const value = plainValue(source);
  if (value === tooManyAliases) return failed([source.problemAtOffset(0, configWords.aliases())]);
  if (!isRecord(value) || value['extends'] === undefined) return failed([source.problemAtOffset(0, ownPlaybookWords.noExtends())]);
  const parsed = ownPlaybookSchema.safeParse(value);
  if (parsed.success) return { own: parsed.data, written: value, problems: [] };
  const spanish = ownPlaybookSchema.safeParse(value, { error: z.locales.es().localeError });
  const inSpanish = spanish.success ? [] : spanish.error.issues.flatMap((issue) => explainIssue(issue));
  return failed(
    parsed.error.issues
      .flatMap((issue) => explainIssue(issue))
      .map(({ path, message }, index) => {
        const other = inSpanish[index]?.message;
        const words = bothWords(message);
        const said = other === undefined || other === message ? words : { en: words.en, es: `${other}.` };
        return unknownKey.test(message) ? source.problemAtKey(path, said) : source.problemAt(path, said);
      }),
  );
}

/** The playbook that an own playbook's text extends, even when the rest of it is wrong; null when it names none. */
export function extendedReference(text: string): string | null {
  const value: unknown = readConfigSource('', text).document?.get('extends');
  return typeof value === 'string' ? value.trim() : null;
}

const unknownKey = /is not known here/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
