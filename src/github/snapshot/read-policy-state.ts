import { configPath } from '../../core/policy/config-path.ts';
import { parseConfig } from '../../core/policy/parse-config.ts';
import { namedPlaybook } from '../../core/policy/named-playbook.ts';
import { isOwnReference } from '../../core/own-playbook/own-playbook-path.ts';
import { extendedReference } from '../../core/own-playbook/read-own-playbook.ts';
import { playbookReference } from '../../core/policy/playbook-reference.ts';
import type { ConfigProblem, Policy, PolicyState } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { InputError } from '../../core/errors/input-error.ts';
import { refusalOf } from '../refusal-of.ts';
import { type ConfigAt, loadNamedPlaybook } from './load-named-playbook.ts';
import { organisationFile, placeProblem } from './policy-problems.ts';
import type { ConfigText, OwnPlaybookText } from './config-text.ts';
import type { PolicySources } from './policy-sources.ts';
import { restWorld } from '../look/rest-world.ts';
import { type OrganisationLayer, readOrganisation } from './read-organisation.ts';
import { resolveKnownLayers } from './resolve-known-layers.ts';

/**
 * The policy in force, from the default branch and never from a pull request's own head. A file that is broken, gone or
 * not to be read leaves the last good one in force and says so.
 */
export async function readPolicyState(sources: PolicySources, repository: RepositoryFacts): Promise<PolicyState> {
  const { memory } = sources;
  const { current, problem } = await readOwn(sources, repository);
  const organisation = await readOrganisation(sources, repository);
  const lastGood = memory ? await memory.lastGood(repository.id) : null;
  if (!current && !lastGood && problem === 'gone') return { kind: 'absent' };
  const problems: ConfigProblem[] = [...organisation.problems, ...(problem ? [placeProblem(configPath, problem)] : [])];
  const broken = async (): Promise<PolicyState> => {
    const gates = await gatesOf(sources, [current, lastGood, organisation.config, organisation.known]);
    return { kind: 'broken', problems, locale: current && /^locale:\s*en\b/m.test(current.text) ? 'en' : 'es', ...(gates ? { gates } : {}) };
  };
  if (organisation.unknown) return broken();
  if (current) {
    const resolved = await resolveLayers(sources, { repository, ref: repository.defaultBranch, config: current }, organisation);
    problems.push(...resolved.problems);
    if (resolved.policy) {
      const { own } = resolved;
      if (lastGood?.sha !== current.sha || lastGood.playbook?.sha !== own?.sha)
        await memory?.remember(repository.id, own ? { ...current, playbook: own } : current);
      if (resolved.organisation && resolved.organisation.sha !== organisation.known?.sha)
        await memory?.rememberOrganisation(repository.owner, resolved.organisation);
      return { kind: 'in-force', policy: resolved.policy, commit: current.sha, problems, lastGood: false };
    }
  }
  const kept = lastGood ? await resolveLayers(sources, { repository, ref: repository.defaultBranch, config: lastGood }, organisation) : null;
  return lastGood && kept?.policy ? { kind: 'in-force', policy: kept.policy, commit: lastGood.sha, problems, lastGood: true } : broken();
}

/** The gates of the first playbook that one of these names and that can be loaded. */
async function gatesOf(sources: PolicySources, texts: readonly (ConfigText | null)[]): Promise<string[] | null> {
  for (const config of texts) {
    const named = config && playbookReference(config.text);
    // An own playbook has the gates of the one that it extends.
    const reference = named && isOwnReference(named) ? config.playbook && extendedReference(config.playbook.text) : named;
    const loaded = reference ? await sources.loadPlaybook(reference).catch(unlessInput) : null;
    if (loaded) return loaded.playbook.gates.map(({ id }) => id);
  }
  return null;
}

function unlessInput(error: unknown): null {
  if (error instanceof InputError) return null;
  throw error;
}

async function readOwn(
  { github, world }: PolicySources,
  repository: RepositoryFacts,
): Promise<{ current: ConfigText | null; problem: 'gone' | 'unreadable' | null }> {
  try {
    const current = await (world ?? restWorld(github, repository)).config();
    return { current, problem: current ? null : 'gone' };
  } catch (error) {
    if (refusalOf(error) !== 'forbidden') throw error;
    return { current: null, problem: 'unreadable' };
  }
}

/**
 * Resolves a configuration with the organisation's layer. Errors in the organisation's own file leave its last good version
 * in force: one bad push there must not close every repository, nor open any.
 */
export async function resolveLayers(sources: PolicySources, repository: ConfigAt, organisation: OrganisationLayer) {
  const { config, known } = organisation;
  const resolved = { ...(await resolveConfig(sources, repository, config)), organisation: config };
  if (resolved.policy || !config || !known || known.sha === config.sha) return resolved;
  const unreadable = parseConfig(organisationFile, config.text);
  const own = [...(unreadable.config ? [] : unreadable.problems), ...resolved.problems.filter(({ file }) => file === organisationFile)];
  if (own.length === 0) return resolved;
  const kept = await resolveConfig(sources, repository, known);
  return kept.policy ? { ...kept, problems: [...own, ...kept.problems], organisation: known } : resolved;
}

interface Resolved {
  readonly policy: Policy | null;
  readonly problems: readonly ConfigProblem[];
  readonly own: OwnPlaybookText | null;
}

/** Resolves one configuration text with its playbook and the organisation's layer. */
async function resolveConfig(sources: PolicySources, at: ConfigAt, organisation: ConfigText | null): Promise<Resolved> {
  const { text } = at.config;
  // An organisation may name the playbook for all of its repositories.
  const named = namedPlaybook(text, organisation?.text ?? null);
  if (named === null) return { policy: null, problems: parseConfig(configPath, text).problems, own: null };
  try {
    const { loaded, own, problems } = await loadNamedPlaybook(sources, at, named);
    if (!loaded) return { policy: null, problems, own };
    const repository = { file: configPath, text };
    return { ...resolveKnownLayers({ loaded, organisation: organisation ? { file: organisationFile, text: organisation.text } : null, repository }), own };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { policy: null, problems: [{ ...placeOf(text, 'playbook:'), path: 'playbook', message: error.message }], own: null };
  }
}

function placeOf(text: string, key: string): { file: string; line: number; column: number } {
  const index = text.split('\n').findIndex((line) => line.startsWith(key));
  return { file: configPath, line: Math.max(index, 0) + 1, column: 1 };
}
