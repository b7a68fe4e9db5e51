import type { Locale } from '../playbook/text-schema.ts';
import { capProblems } from './cap-problems.ts';
import { configSchema, type Config } from './config-schema.ts';
import { readConfigSource, type ConfigSource } from './config-source.ts';
import { configWords } from './config-words.ts';
import type { ConfigProblem } from './policy.ts';
import { schemaProblems, shown } from './schema-problems.ts';
import { yamlProblems } from './yaml-problems.ts';
import { plainValue, tooManyAliases } from './plain-value.ts';

export interface ParsedConfig {
  readonly config: Config | null;
  /** All that is wrong, in the order of the file. */
  readonly problems: readonly ConfigProblem[];
}

/** Reads a configuration file by itself, without its playbook. Never throws: a file with any problem gives no config. */
export function parseConfig(file: string, text: string): { config: Config | null; problems: ConfigProblem[] } {
  const source = readConfigSource(file, text);
  const { config, problems } = parseSource(source, text);
  // Without a playbook nobody can go on to resolve the rest, so that this is the only place left to say so.
  const missing = config && config.playbook === undefined ? [source.problemAt(['playbook'], configWords.missing('playbook', 'playbook: construir@1'))] : [];
  return { config, problems: [...problems, ...missing] };
}

/** As `parseConfig`, for a caller that goes on to check the values and needs their places. */
export function parseSource(source: ConfigSource, text: string): ParsedConfig {
  const broken = yamlProblems(source, text);
  if (broken.length > 0) return { config: null, problems: capProblems(inOrder(broken)) };
  const value = plainValue(source);
  if (value === tooManyAliases) return { config: null, problems: [source.problemAtOffset(0, configWords.aliases())] };
  if (value === null || value === undefined) return { config: null, problems: [source.problemAtOffset(0, configWords.empty())] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { config: null, problems: [source.problemAt([], configWords.notMap(shown(value)))] };
  }
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return { config: parsed.data, problems: [] };
  return { config: null, problems: capProblems(inOrder(schemaProblems(source, value, parsed.error))) };
}

/** One line for a terminal or a log: `file:line:column message`. */
export function formatProblem(problem: ConfigProblem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}`;
}

/** The sentence of a problem in a language: for checks and comments, which speak the policy's. */
export function problemMessage(problem: ConfigProblem, locale: Locale): string {
  return problem.messages?.[locale] ?? problem.message;
}

/** Problems as a reader meets them in the file. */
export function inOrder(problems: readonly ConfigProblem[]): ConfigProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
