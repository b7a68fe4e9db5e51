import { authorize } from '../auth/authorize.ts';
import { ApiError } from '../records/api-error.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import type { Call, Caller, RepositoryCall } from '../http/call.ts';
import type { Services } from '../http/services.ts';

export interface GraphqlContext {
  readonly world: World;
  readonly services: Services;
  readonly caller: Caller;
  readonly url: string;
  /** Notes fields that exist at GitHub and not here. */
  readonly unimplemented: (field: string) => void;
}

/** A thing of the schema: its type's name, and what is needed to read its fields. */
export interface Node {
  readonly __typename: string;
}

export type Args = Readonly<Record<string, unknown>>;

/** Reads one field of one type. */
export type FieldResolver<S = never> = (source: S, args: Args, context: GraphqlContext) => unknown;

/** Fields of one type. Each file states the type of its own sources; the executor hands every field a source of its type. */
export type Fields = Readonly<Record<string, FieldResolver>>;

export function fields<S>(map: Readonly<Record<string, FieldResolver<S>>>): Fields {
  return map as Fields;
}

/** Lets the caller into a repository as the REST operation would that does the same. */
export function enter(context: GraphqlContext, input: { repository: Repository; operationId: string; writes: boolean }): RepositoryCall {
  const call: Call = {
    world: context.world,
    services: context.services,
    operationId: input.operationId,
    caller: context.caller,
    params: {},
    query: {},
    body: {},
    bytes: new Uint8Array(),
    accept: '',
    url: context.url,
  };
  return authorize(call, input);
}

export function unresolved(kind: string, text: string): ApiError {
  return new ApiError(404, `Could not resolve to ${kind} with ${text}.`);
}

/** GraphQL's `databaseId` has 32 bits; ids that grew past them show only as `fullDatabaseId`. */
export function shortId(id: number): number | null {
  return id <= 0x7fff_ffff ? id : null;
}
