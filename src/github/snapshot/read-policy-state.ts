import { configPath } from '../../core/policy/config-path.ts';
import { parseConfig } from '../../core/policy/parse-config.ts';
import { playbookReference } from '../../core/policy/playbook-reference.ts';
import type { ConfigProblem, PolicyState } from '../../core/policy/policy.ts';
import { resolvePolicy } from '../../core/policy/resolve-policy.ts';
import type { LoadedPlaybook } from '../../core/playbook/parse-playbook.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { InputError } from '../../core/errors/input-error.ts';
import { type GitHub, statusOf } from '../client.ts';
import { readFile } from './read-file.ts';

/** A configuration text with the version it came from. */
export interface ConfigText {
  readonly text: string;
  readonly sha: string;
}

/** Where configurations are remembered. Where there is no store, nothing is: then a broken file leaves no policy. */
export interface ConfigMemory {
  lastGood(repository: number): Promise<ConfigText | null>;
  remember(repository: number, config: ConfigText): Promise<void>;
  lastOrganisation(owner: string): Promise<ConfigText | null>;
  rememberOrganisation(owner: string, config: ConfigText): Promise<void>;
}

export interface PolicySources {
  readonly github: GitHub;
  readonly loadPlaybook: (reference: string) => Promise<LoadedPlaybook>;
  readonly memory: ConfigMemory | null;
}

/**
 * The policy in force, from the default branch and never from a pull request's own head. A file that is broken, or gone,
 * leaves the last good one in force and says so.
 */
export async function readPolicyState(sources: PolicySources, repository: RepositoryFacts): Promise<PolicyState> {
  const { github, memory } = sources;
  const current = await readFile(github, { owner: repository.owner, repo: repository.name }, { path: configPath, ref: repository.defaultBranch });
  const organisation = await readOrganisation(sources, repository);
  const lastGood = memory ? await memory.lastGood(repository.id) : null;
  if (!current && !lastGood) return { kind: 'absent' };
  const problems: ConfigProblem[] = [...organisation.problems];
  if (current) {
    const resolved = await resolveConfig(sources, current, organisation.config);
    if (resolved.policy) {
      if (lastGood?.sha !== current.sha) await memory?.remember(repository.id, current);
      return { kind: 'in-force', policy: resolved.policy, commit: current.sha, problems: [...problems, ...resolved.problems], lastGood: false };
    }
    problems.push(...resolved.problems);
  } else {
    problems.push({ file: configPath, line: 1, column: 1, path: '', message: 'the file is no longer on the default branch; put it back, or uninstall the app to end the gates.' });
  }
  const kept = lastGood ? await resolveConfig(sources, lastGood, organisation.config) : null;
  if (lastGood && kept?.policy) return { kind: 'in-force', policy: kept.policy, commit: lastGood.sha, problems, lastGood: true };
  return { kind: 'broken', problems, locale: current && /^locale:\s*en\b/m.test(current.text) ? 'en' : 'es' };
}

/** Resolves one configuration text with its playbook and the organisation's layer. */
export async function resolveConfig(sources: PolicySources, repository: ConfigText, organisation: ConfigText | null) {
  const file = { file: configPath, text: repository.text };
  // An organisation may name the playbook for all of its repositories.
  const reference = playbookReference(repository.text) ?? (organisation ? playbookReference(organisation.text) : null);
  if (reference === null) return { policy: null, problems: parseConfig(configPath, repository.text).problems };
  try {
    const loaded = await sources.loadPlaybook(reference);
    return resolvePolicy({ loaded, organisation: organisation ? { file: `.github:${configPath}`, text: organisation.text } : null, repository: file });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { policy: null, problems: [{ ...placeOf(repository.text, 'playbook:'), path: 'playbook', message: error.message }] };
  }
}

function placeOf(text: string, key: string): { file: string; line: number; column: number } {
  const index = text.split('\n').findIndex((line) => line.startsWith(key));
  return { file: configPath, line: Math.max(index, 0) + 1, column: 1 };
}

/** The organisation's layer. If it cannot be read its last good version stays; a 404 alone is no removal. */
export async function readOrganisation(sources: PolicySources, repository: RepositoryFacts): Promise<{ config: ConfigText | null; problems: ConfigProblem[] }> {
  if (repository.ownerType !== 'Organization' || repository.name === '.github') return { config: null, problems: [] };
  const known = sources.memory ? await sources.memory.lastOrganisation(repository.owner) : null;
  try {
    const found = await readFile(sources.github, { owner: repository.owner, repo: '.github' }, { path: configPath });
    if (!found) return { config: known, problems: [] };
    if (parseConfig(configPath, found.text).problems.some((problem) => problem.path === '')) return keep(known, 'it cannot be parsed');
    if (known?.sha !== found.sha) await sources.memory?.rememberOrganisation(repository.owner, found);
    return { config: found, problems: [] };
  } catch (error) {
    if (statusOf(error) === 403) return keep(known, 'the app may not read it');
    throw error;
  }
}

function keep(known: ConfigText | null, why: string): { config: ConfigText | null; problems: ConfigProblem[] } {
  const stays = known ? 'its last good version stays in force' : 'no earlier version is known';
  return { config: known, problems: [{ file: `.github:${configPath}`, line: 1, column: 1, path: 'organisation', message: `the organisation's file was not used: ${why}; ${stays}.` }] };
}
