import { authorize, locateRepository } from '../auth/authorize.ts';
import { identify } from '../auth/identify.ts';
import { matchRoute } from '../openapi/match-route.ts';
import type { Route } from '../openapi/match-route.ts';
import { findRequestFaults, findResponseFaults } from '../openapi/validator.ts';
import { ApiError } from '../records/api-error.ts';
import { repositoryById } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { handlers, repositoryScoped } from '../rest/all-handlers.ts';
import type { Answer, Call } from './call.ts';
import type { Services } from './services.ts';

export interface RawRequest {
  readonly method: string;
  readonly pathname: string;
  readonly query: Readonly<Record<string, string>>;
  readonly url: string;
  readonly body: string;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  /** It came to the host that takes files, not to the API's. */
  readonly uploads: boolean;
  readonly authorization: string | undefined;
  readonly accept: string;
}

/** What was wrong with the client, or with us: a test that passes with one of these in the list proves nothing. */
export interface Records {
  readonly violations: string[];
  readonly unimplemented: string[];
}

export interface Context {
  readonly world: World;
  readonly services: Services;
  readonly records: Records;
  readonly validate: boolean;
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 'Problems parsing JSON');
  }
}

function unknownRoute(context: Context, request: RawRequest): Answer {
  context.records.unimplemented.push(`${request.method} ${request.pathname}`);
  return { status: 404, body: { message: `The embedded GitHub does not know ${request.method} ${request.pathname}`, documentation_url: '', status: '404' } };
}

function findRepository(call: Call): Repository {
  return call.params['repository_id'] === undefined ? locateRepository(call) : repositoryById(call.world, Number(call.params['repository_id']));
}

function run(call: Call, method: string): Answer | null {
  const scoped = repositoryScoped[call.operationId];
  if (scoped !== undefined) return scoped(authorize(call, { repository: findRepository(call), writes: method !== 'GET' }));
  return handlers[call.operationId]?.(call) ?? null;
}

function checkRequest(
  context: Context,
  route: Route,
  parts: { params: Readonly<Record<string, string>>; query: Readonly<Record<string, string>>; body: unknown },
): void {
  if (!context.validate) return;
  const faults = findRequestFaults(route, parts);
  if (faults.length === 0) return;
  const message = `${route.method} ${route.path} does not fit GitHub's description: ${faults.join('; ')}`;
  context.records.violations.push(message);
  // Not an answer of GitHub's, and one that no retry plug-in repeats: the fault is the client's.
  throw new ApiError(400, `Embedded GitHub: ${message}`);
}

function checkAnswer(context: Context, route: Route, answer: Answer): void {
  if (!context.validate || answer.bytes !== undefined || answer.text !== undefined) return;
  const faults = findResponseFaults(route, { status: answer.status, body: answer.body });
  if (faults.length > 0) context.records.violations.push(`our answer to ${route.method} ${route.path} does not fit GitHub's description: ${faults.join('; ')}`);
}

/** Answers one REST request from the state of the world. */
export function answerRequest(context: Context, request: RawRequest): Answer {
  const matched = matchRoute(request.method, request.pathname);
  if (matched === null) return unknownRoute(context, request);
  const { route, params } = matched;
  const takesFile = route.operationId === 'repos/upload-release-asset';
  if (takesFile !== request.uploads) return unknownRoute(context, request);
  const body = takesFile ? undefined : parseBody(request.body);
  const caller = identify(context.world, request.authorization);
  checkRequest(context, route, { params, query: request.query, body });
  const call: Call = {
    world: context.world,
    services: context.services,
    operationId: route.operationId,
    caller,
    params,
    query: request.query,
    body: (body ?? {}) as Json,
    bytes: request.bytes,
    accept: request.accept,
    url: request.url,
  };
  const answer = run(call, request.method);
  if (answer === null) return unknownRoute(context, request);
  checkAnswer(context, route, answer);
  return answer;
}

/** GitHub's form of an error. */
export function errorAnswer(error: ApiError): Answer {
  return {
    status: error.status,
    headers: error.headers,
    body: {
      message: error.message,
      ...(error.errors.length === 0 ? {} : { errors: error.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(error.status),
    },
  };
}
