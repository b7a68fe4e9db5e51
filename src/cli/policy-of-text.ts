import { InputError } from '../core/errors/input-error.ts';
import { parseConfig } from '../core/policy/parse-config.ts';
import { playbookReference } from '../core/policy/playbook-reference.ts';
import type { ConfigProblem, Policy } from '../core/policy/policy.ts';
import { resolvePolicy } from '../core/policy/resolve-policy.ts';
import { type LoadPlaybook, loadLocalPlaybook } from '../engine/load-playbook.ts';
import { loadOwnPlaybook, namesFile } from './load-own-playbook.ts';

/** Resolves a configuration's text with its playbook. Problems are values: `validate` prints them all. */
export async function policyOfText(
  file: string,
  text: string,
  load: LoadPlaybook = loadLocalPlaybook,
): Promise<{ policy: Policy | null; problems: readonly ConfigProblem[] }> {
  const reference = playbookReference(text);
  if (reference === null) return { policy: null, problems: parseConfig(file, text).problems };
  try {
    const { loaded, problems } = namesFile(reference)
      ? await loadOwnPlaybook({ file, text }, reference, load)
      : { loaded: await load(reference), problems: [] };
    if (!loaded) return { policy: null, problems };
    return resolvePolicy({ loaded, organisation: null, repository: { file, text } });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const line = text.split('\n').findIndex((each) => each.startsWith('playbook:')) + 1;
    return { policy: null, problems: [{ file, line: Math.max(line, 1), column: 1, path: 'playbook', message: error.message }] };
  }
}
