import type { Actor, AppRecord, Installation, Permissions } from '../records/account.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import type { Services } from './services.ts';

export type Caller =
  | { readonly kind: 'anonymous' }
  /** By its signed token; or by its secret, with which it may only handle tokens of people. */
  | { readonly kind: 'app'; readonly app: AppRecord; readonly by: 'key' | 'secret' }
  | { readonly kind: 'user'; readonly actor: Actor }
  | {
      readonly kind: 'installation';
      readonly actor: Actor;
      readonly app: AppRecord;
      readonly installation: Installation;
      readonly permissions: Permissions;
      readonly repositoryIds: ReadonlySet<number> | null;
    }
  | { readonly kind: 'actions'; readonly actor: Actor; readonly app: AppRecord; readonly permissions: Permissions; readonly repositoryId: number };

/** One request, understood: who asks for what. */
export interface Call {
  readonly world: World;
  readonly services: Services;
  readonly operationId: string;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  readonly accept: string;
  /** The address that was asked, for links to other pages. */
  readonly url: string;
}

/** A call inside a repository that the caller may see, with the permission that the operation needs. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
  readonly actor: Actor;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Answer;
export type RepositoryHandler = (call: RepositoryCall) => Answer;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const noContent: Answer = { status: 204 };
