import type { z } from 'zod';
import { configSchema } from './config-schema.ts';
import { pathText, type ConfigPath, type ConfigSource } from './config-source.ts';
import { configWords, expectation, type Words } from './config-words.ts';
import { knownKeys } from './known-keys.ts';
import { nearestWord } from '../spelling/nearest-word.ts';
import type { ConfigProblem } from './policy.ts';

const fallback: Words = { en: 'write a value that the schema allows', es: 'escriba un valor que el esquema permita' };

const reserved = new Set(['units', 'extends']);

/** Turns what zod found into problems with a place and a mend; an unknown key is a problem of its own each. */
export function schemaProblems(source: ConfigSource, value: unknown, error: z.ZodError): ConfigProblem[] {
  return error.issues.flatMap((issue) => issueProblems(source, value, issue));
}

function issueProblems(source: ConfigSource, value: unknown, issue: z.core.$ZodIssue): ConfigProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(source, path, key));
  if (issue.code === 'invalid_key') return [source.problemAtKey(path, configWords.wrong(pathText(path), shownKey(path), idWords()))];
  const within = issue.code === 'invalid_union' ? formMeant(issue.errors) : null;
  if (within) return within.flatMap((part) => issueProblems(source, value, { ...part, path: [...issue.path, ...part.path] }));
  return [source.problemAt(path, configWords.wrong(pathText(path), shown(valueAt(value, path)), expectation(issue.message) ?? fallback))];
}

/** Of a value with several forms, the one whose shape it has, so that the part that is wrong is named; null when it has none. */
function formMeant(forms: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | null {
  return forms.find((issues) => issues.every(({ code, path }) => code === 'unrecognized_keys' || path.length > 0)) ?? null;
}

/** A value as it is shown in a message: short, on one line, and quoted when it is a text. */
export function shown(value: unknown): Words {
  if (value === null || value === undefined) return { en: 'empty', es: 'un valor vacío' };
  if (Array.isArray(value)) return value.length === 0 ? { en: 'an empty list', es: 'una lista vacía' } : { en: 'a list', es: 'una lista' };
  if (typeof value === 'object') return { en: 'a map', es: 'un mapa' };
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  const short = text.length > 60 ? `${text.slice(0, 57)}…"` : text;
  return { en: short, es: short };
}

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(value: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    return Reflect.get(inner, step);
  }, value);
}

function unknownKey(source: ConfigSource, path: ConfigPath, key: string): ConfigProblem {
  const full = [...path, key];
  if (reserved.has(pathText(full))) return source.problemAtKey(full, configWords.reserved(pathText(full)));
  const known = knownKeys(configSchema, path);
  return source.problemAtKey(full, configWords.unknownKey(pathText(full), nearestWord(key, known), known));
}

function shownKey(path: ConfigPath): Words {
  return shown(String(path.at(-1) ?? ''));
}

function idWords(): Words {
  return expectation('id') ?? fallback;
}
