import { checkReferences } from '../playbook/check-references.ts';
import { explainIssue } from '../playbook/explain-issue.ts';
import type { LoadedPlaybook } from '../playbook/parse-playbook.ts';
import { playbookSchema } from '../playbook/playbook-schema.ts';
import { capProblems } from '../policy/cap-problems.ts';
import { readConfigSource } from '../policy/config-source.ts';
import { inOrder } from '../policy/parse-config.ts';
import type { ConfigProblem } from '../policy/policy.ts';
import { checkOwnTexts } from './check-own-texts.ts';
import { mergeStructure } from './merge-structure.ts';
import { mergeTexts } from './merge-texts.ts';
import { placeOwn } from './place-own.ts';
import { readOwnPlaybook } from './read-own-playbook.ts';
import { restsOnDropped } from './rests-on-dropped.ts';

/** An own playbook's file, and the playbook that its `extends` names. */
export interface OwnPlaybookInput {
  readonly base: LoadedPlaybook;
  readonly file: string;
  readonly text: string;
}

/**
 * The playbook that a repository's own file makes of another. Never throws: with any problem there is none, and each names
 * the line of the own file from which it comes.
 */
export function extendPlaybook({ base, file, text }: OwnPlaybookInput): { loaded: LoadedPlaybook | null; problems: ConfigProblem[] } {
  const { own, written, problems } = readOwnPlaybook(file, text);
  if (!own || !written) return { loaded: null, problems };
  const place = placeOwn(readConfigSource(file, text), base.playbook, own);
  const failed = (found: ConfigProblem[]) => ({ loaded: null, problems: capProblems(inOrder(found)) });
  const strange = place.switchedOffStrangers();
  if (strange.length > 0) return failed(strange);

  const merged = mergeStructure(base.playbook, written);
  const parsed = playbookSchema.safeParse(merged);
  if (!parsed.success) return failed(parsed.error.issues.flatMap((issue) => explainIssue(issue)).map((problem) => place.inStructure(merged, problem)));
  const playbook = parsed.data;
  const texts = { es: mergeTexts(base.texts.es, own, 'es'), en: mergeTexts(base.texts.en, own, 'en') };
  const off = new Set((own.criteria ?? []).flatMap((entry) => ('off' in entry && entry.off ? [entry.id] : [])));
  const wrong = checkReferences(playbook).map((problem) => place.inStructure(merged, restsOnDropped(problem, off, playbook.criteria)));
  if (wrong.length > 0) return failed(wrong);
  const words = checkOwnTexts(playbook, texts, own);
  if (words.problems.length > 0) return failed(words.problems.map(place.inTexts));
  return { loaded: { playbook, texts: words.texts, own: { file, text, base } }, problems: [] };
}
