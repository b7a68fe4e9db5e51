import type { AuthorityRule } from '../policy/policy.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import { contractSpanish } from './contract-spanish.ts';
import type { MissingAuthority } from './authority-holds.ts';
import type { HeldName } from './authority-proof.ts';
import { leafNames } from './rule-names.ts';

interface Words {
  readonly and: string;
  readonly or: string;
  readonly nobody: string;
  readonly name: (name: HeldName) => string;
  readonly people: (count: number) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    and: ' and ',
    or: ' or ',
    nobody: 'nobody',
    name: ({ kind, name }) => (kind === 'team' ? `team ${inlineCode(name)}` : kind === 'role' ? `the repository role ${inlineCode(name)}` : inlineCode(name)),
    people: (count) => `${count} people of `,
  },
  es: {
    and: ' y ',
    or: ' o ',
    nobody: 'nadie',
    name: ({ kind, name }) =>
      kind === 'team' ? `el equipo ${inlineCode(name)}` : kind === 'role' ? `el rol ${inlineCode(name)} del repositorio` : inlineCode(name),
    people: (count) => `${count} personas de `,
  },
};

/** An authority's rule, or what it still lacks, as part of a sentence. Names stand in code, so that nobody is notified. */
export function describeAuthority(rule: AuthorityRule | MissingAuthority, locale: Locale): string {
  return describe(rule, locale, 'outer');
}

function describe(rule: AuthorityRule | MissingAuthority, locale: Locale, place: 'outer' | 'inner'): string {
  const text = words[locale];
  if ('all' in rule)
    return (
      joined(
        rule.all.map((part) => describe(part, locale, 'inner')),
        text.and,
        place,
      ) || text.nobody
    );
  if ('any' in rule)
    return (
      joined(
        rule.any.map((part) => describe(part, locale, 'inner')),
        text.or,
        place,
      ) || text.nobody
    );
  const names = 'names' in rule ? rule.names : leafNames(rule);
  const people = 'people' in rule ? rule.people : rule.count;
  const list = joined(names.map(text.name), text.or, 'outer');
  if (list === '') return text.nobody;
  return people > 1 ? (locale === 'es' ? contractSpanish(text.people(people) + list) : text.people(people) + list) : list;
}

function joined(parts: readonly string[], word: string, place: 'outer' | 'inner'): string {
  const list = parts.join(word);
  return place === 'inner' && parts.length > 1 ? `(${list})` : list;
}
