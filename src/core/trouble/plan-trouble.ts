import { checkStamp } from '../enforce/check-stamp.ts';
import { canonicalJson, sha256 } from '../markers/digest.ts';
import type { CheckOutput, Write } from '../plan/write.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import type { CheckRunFacts } from '../snapshot/facts.ts';
import { checkState } from '../verdict/conclusion.ts';
import type { Enforcement } from '../verdict/enforcement.ts';
import type { Trouble } from './trouble.ts';
import { troubleWords } from './trouble-words.ts';

/** A commit at which we fail, and what stands on it. */
export interface TroubledCommit {
  /** The key that fails, printed. */
  readonly key: string;
  readonly headSha: string;
  readonly locale: Locale;
  /** The checks that are to end, by name. */
  readonly gates: readonly { readonly checkName: string; readonly enforcement: Enforcement }[];
  /** Runs on the commit that this app posted. */
  readonly ours: readonly CheckRunFacts[];
}

/**
 * Ends every check of a commit as "cannot be evaluated", saying why and what to do: nothing is known of it, so what was
 * posted before may no longer hold. Nothing is planned for one that says so already.
 */
export function planTrouble(commit: TroubledCommit, trouble: Trouble): Write[] {
  const output = troubleOutput(commit, trouble);
  return commit.gates.flatMap(({ checkName, enforcement }): Write[] => {
    const state = checkState('cannot-evaluate', enforcement);
    if (!state) return [];
    // The words of an error may differ at each attempt: they alone are no reason to write again.
    const externalId = checkStamp(sha256(canonicalJson([commit.key, trouble.last, commit.locale])).slice(0, 32), state);
    const current = newest(commit.ours.filter(({ name }) => name === checkName));
    if (current?.externalId === externalId) return [];
    const content = { name: checkName, headSha: commit.headSha, ...state, output, annotations: [], externalId };
    return [current ? { do: 'update-check', id: current.id, ...content } : { do: 'create-check', ...content }];
  });
}

function troubleOutput({ key, locale }: TroubledCommit, { reason, last }: Trouble): CheckOutput {
  const say = troubleWords[locale];
  const steps = last ? [say.givenUp] : [say.trying, say.recheck];
  const summary = [
    `${say.why}`,
    `${say.error}: ${inlineCode(reason)}`,
    [...steps, say.operator(inlineCode(key))].map((step, index) => `${index + 1}. ${step}`).join('\n'),
  ];
  return { title: say.title, summary: summary.join('\n\n'), text: '' };
}

function newest(runs: readonly CheckRunFacts[]): CheckRunFacts | null {
  return runs.reduce<CheckRunFacts | null>((best, run) => (best && best.id > run.id ? best : run), null);
}
