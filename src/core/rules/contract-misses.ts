import type { ApiDocument, ApiField, ApiFields, ApiOperation } from '../contract/api-document.ts';
import { matchesOperation } from '../contract/matches-operation.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import { contractWords } from './contract-words.ts';
import type { Rule } from './rule.ts';

type Wanted = Extract<Rule, { openapi: unknown }>['openapi'];
type WantedField = NonNullable<Wanted['request']>[string];
type Side = 'request' | 'response';

export interface Misses {
  readonly operation: string;
  readonly misses: readonly string[];
}

/** What a document lacks of the contract, in words: of each operation that it may be, the one that lacks least. */
export function contractMisses(wanted: Wanted, document: Extract<ApiDocument, { state: 'read' }>, locale: Locale): Misses {
  const say = contractWords[locale];
  const found = document.operations.filter(({ name }) => {
    const [method = '', path = ''] = name.split(' ');
    return matchesOperation(wanted.operation, { method, path });
  });
  const [least] = found
    .map((operation) => ({ operation: operation.name, misses: missesOf(wanted, operation, locale) }))
    .toSorted((a, b) => a.misses.length - b.misses.length);
  return least ?? { operation: wanted.operation, misses: [say.noOperation(inlineCode(wanted.operation))] };
}

function missesOf(wanted: Wanted, operation: ApiOperation, locale: Locale): string[] {
  return [
    ...sideMisses('request', { wanted: wanted.request, found: operation.request }, locale),
    ...sideMisses('response', { wanted: wanted.response, found: operation.response }, locale),
  ];
}

function sideMisses(side: Side, { wanted, found }: { wanted: Wanted[Side]; found: ApiFields | null }, locale: Locale): string[] {
  if (wanted === undefined) return [];
  if (found === null) return [contractWords[locale].noBody(side)];
  return Object.entries(wanted).flatMap(([name, field]) =>
    fieldMisses({ side, name, wanted: field, found: Object.hasOwn(found, name) ? found[name] : undefined }, locale),
  );
}

interface Compared {
  readonly side: Side;
  readonly name: string;
  readonly wanted: WantedField;
  readonly found: ApiField | undefined;
}

function fieldMisses({ side, name, wanted, found }: Compared, locale: Locale): string[] {
  const say = contractWords[locale];
  const field = inlineCode(name);
  if (!found) return [say.noField(side, field)];
  const misses: string[] = [];
  if (found.types.length === 0) misses.push(say.noType(side, field, wanted.type));
  else if (!found.types.some((type) => type === wanted.type || (wanted.type === 'number' && type === 'integer')))
    misses.push(say.otherType(side, field, { found: found.types.join(' | '), wanted: wanted.type }));
  if (wanted.required && !found.required) misses.push(say.optional(side, field));
  if (wanted.pattern !== undefined && found.pattern !== wanted.pattern)
    misses.push(say.otherPattern(field, { found: found.pattern === null ? '—' : inlineCode(found.pattern), wanted: inlineCode(wanted.pattern) }));
  return misses;
}
