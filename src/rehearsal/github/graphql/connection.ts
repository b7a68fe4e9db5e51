import { ApiError } from '../records/api-error.ts';
import type { Args } from './resolver.ts';

export interface Connection<T> {
  readonly __typename: undefined;
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

function encode(index: number): string {
  return Buffer.from(`cursor:${index}`).toString('base64');
}

function decode(cursor: unknown, otherwise: number): number {
  if (typeof cursor !== 'string') return otherwise;
  const index = Number(Buffer.from(cursor, 'base64').toString('utf8').replace('cursor:', ''));
  if (Number.isNaN(index)) throw new ApiError(422, `\`${cursor}\` does not appear to be a valid cursor.`);
  return index;
}

/** One page of a list. GitHub wants `first` or `last`, between 1 and 100, on every connection. */
export function connect<T>(name: string, args: Args, items: readonly T[]): Connection<T> {
  const { first, last } = args;
  const size = typeof first === 'number' ? first : last;
  if (typeof size !== 'number') throw new ApiError(422, `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`);
  if (size < 0 || size > 100) throw new ApiError(422, `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`);
  const from = decode(args['after'], -1) + 1;
  const to = decode(args['before'], items.length);
  const start = typeof first === 'number' ? from : Math.max(from, to - size);
  const end = typeof first === 'number' ? Math.min(to, from + size) : to;
  const nodes = items.slice(start, end);
  return {
    __typename: undefined,
    nodes,
    edges: nodes.map((node, index) => ({ cursor: encode(start + index), node })),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : encode(start),
      endCursor: nodes.length === 0 ? null : encode(end - 1),
    },
  };
}
