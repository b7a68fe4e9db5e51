import { readFile } from 'node:fs/promises';
import { InputError } from '../core/errors/input-error.ts';
import { extendPlaybook } from '../core/own-playbook/extend-playbook.ts';
import type { LoadedPlaybook } from '../core/playbook/parse-playbook.ts';
import type { Locale } from '../core/playbook/text-schema.ts';
import { formatProblem } from '../core/policy/parse-config.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { type LoadPlaybook, loadLocalPlaybook } from '../engine/load-playbook.ts';
import { policyOfText } from './policy-of-text.ts';

/** As `loadPolicy`, in the language that is asked for: the same demands and figures in other words. */
export async function loadPolicyIn(file: string, lang: Locale | undefined): Promise<Policy> {
  let load: LoadPlaybook = loadLocalPlaybook;
  const { policy, problems } = await policyOfText(file, await readFile(file, 'utf8'), async (reference) => {
    const loaded = await loadLocalPlaybook(reference);
    load = async () => loaded;
    return loaded;
  });
  if (!policy) throw new InputError(problems.map(formatProblem).join('\n'));
  return speak(policy, lang, load);
}

/** A snapshot whose policy speaks the language that is asked for. */
export async function speakSnapshot(snapshot: PullSnapshot, lang: Locale | undefined, load: LoadPlaybook): Promise<PullSnapshot> {
  const state = snapshot.policy;
  if (state.kind === 'absent' || lang === undefined) return snapshot;
  if (state.kind === 'broken') return { ...snapshot, policy: { ...state, locale: lang } };
  return { ...snapshot, policy: { ...state, policy: await speak(state.policy, lang, load) } };
}

async function speak(policy: Policy, lang: Locale | undefined, load: LoadPlaybook): Promise<Policy> {
  if (lang === undefined || lang === policy.locale) return policy;
  const { texts } = await textsOf(policy, load);
  return { ...policy, locale: lang, text: texts[lang] };
}

/** An own playbook has its words in its file, which the policy keeps. */
async function textsOf({ playbook, ownPlaybook }: Policy, load: LoadPlaybook): Promise<Pick<LoadedPlaybook, 'texts'>> {
  if (!ownPlaybook) return load(`${playbook.id}@${playbook.version}`);
  const { file, text } = ownPlaybook;
  const { loaded, problems } = extendPlaybook({ base: await load(ownPlaybook.extends), file, text });
  if (!loaded) throw new InputError(problems.map(formatProblem).join('\n'));
  return loaded;
}
