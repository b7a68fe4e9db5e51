import type { AuthorityConfig } from './authority-schema.ts';
import type { Config } from './config-schema.ts';
import { pathText, type ConfigPath, type ConfigSource } from './config-source.ts';
import { configWords } from './config-words.ts';
import type { ConfigProblem } from './policy.ts';

/** Authorities that name nobody, mix two forms or ask for more people than they name: none of them could ever be met as meant. */
export function checkAuthorities(config: Config, source: ConfigSource): ConfigProblem[] {
  return Object.entries(config.authorities ?? {}).flatMap(([id, rule]) => checkRule(rule, ['authorities', id], source));
}

function checkRule(rule: AuthorityConfig, path: ConfigPath, source: ConfigSource): ConfigProblem[] {
  const { all, any } = rule;
  const names = [...(rule.teams ?? []), ...(rule.users ?? []), ...(rule.roles ?? [])];
  const leaf = rule.teams !== undefined || rule.users !== undefined || rule.roles !== undefined || rule.count !== undefined;
  const text = pathText(path);
  if ([all !== undefined, any !== undefined, leaf].filter(Boolean).length > 1) return [source.problemAt(path, configWords.mixedAuthority(text))];
  const branches = all ?? any;
  if (branches) {
    if (branches.length === 0) return [source.problemAt(path, configWords.emptyAuthority(text))];
    const key = all ? 'all' : 'any';
    return branches.flatMap((branch, index) => checkRule(branch, [...path, key, index], source));
  }
  if (names.length === 0) return [source.problemAt(path, configWords.emptyAuthority(text))];
  return checkCount(rule, path, source);
}

function checkCount(rule: AuthorityConfig, path: ConfigPath, source: ConfigSource): ConfigProblem[] {
  // Who is in a team or holds a role is known to GitHub alone.
  if (rule.teams?.length || rule.roles?.length) return [];
  const users = new Set((rule.users ?? []).map((login) => login.toLowerCase())).size;
  const count = rule.count ?? 1;
  return count > users ? [source.problemAt([...path, 'count'], configWords.tooFewUsers(pathText(path), count, users))] : [];
}
