import { createHmac, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { answerGraphql, isMutation } from '../graphql/answer-graphql.ts';
import { identify } from '../auth/identify.ts';
import { signInRoutes } from '../auth/sign-in-routes.ts';
import { matchRoute } from '../openapi/match-route.ts';
import { ApiError } from '../records/api-error.ts';
import type { World } from '../records/world.ts';
import { answerRequest, errorAnswer } from './answer-request.ts';
import type { Context, RawRequest } from './answer-request.ts';
import type { Answer } from './call.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { faultError } from './faults.ts';
import type { Fault, Faults } from './faults.ts';
import { accountOf, type Limiter } from './rate-limit.ts';
import { kindOf } from './request-log.ts';
import type { RequestLog } from './request-log.ts';

type Bindings = { Bindings: HttpBindings };

export interface Server extends Context {
  readonly faults: Faults;
  readonly limiter: Limiter;
  readonly log: RequestLog;
  /** Milliseconds by which every answer comes later. */
  readonly answers: { latency: number };
}

const linkLife = 60_000;
const linkSecret = randomBytes(16);

function sign(artifactId: number, expires: number): string {
  return createHmac('sha256', linkSecret).update(`${artifactId}.${expires}`).digest('hex');
}

/** A link to an artifact's bytes that dies after a minute, as GitHub's storage gives it; it needs no token. */
export function artifactUrl(world: World, artifactId: number): string {
  const expires = Date.parse(world.now()) + linkLife;
  return `${world.urls.api}/_artifacts/${artifactId}?expires=${expires}&signature=${sign(artifactId, expires)}`;
}

function serveArtifact(server: Server, id: number, query: Readonly<Record<string, string>>): Answer {
  const expires = Number(query['expires']);
  if (sign(id, expires) !== query['signature'] || Date.parse(server.world.now()) > expires)
    return { status: 403, text: 'Server failed to authenticate the request. Signature not valid in the specified time frame.' };
  for (const repository of server.world.repositories.values()) {
    const artifact = repository.artifacts.get(id);
    if (artifact !== undefined) return { status: 200, bytes: artifact.zip, headers: { 'content-type': 'application/zip' } };
  }
  return { status: 404, text: 'The specified blob does not exist.' };
}

async function readRequest(context: HonoContext<Bindings>): Promise<RawRequest> {
  const url = new URL(context.req.url);
  // GitHub Enterprise Server's prefix is taken too, so that clients configured for it need no second path.
  const pathname = url.pathname.replace(/^\/api\/(v3|graphql|uploads)(?=\/|$)/, (_, part: string) => (part === 'graphql' ? '/graphql' : '')) || '/';
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  return {
    method: context.req.method,
    pathname,
    query: Object.fromEntries(url.searchParams),
    url: url.href,
    body: Buffer.from(bytes).toString('utf8'),
    bytes,
    uploads: url.pathname.startsWith('/api/uploads/'),
    authorization: context.req.header('authorization'),
    accept: context.req.header('accept') ?? '',
  };
}

function loginOf(server: Server, authorization: string | undefined): string | null {
  try {
    const caller = identify(server.world, authorization);
    return caller.kind === 'anonymous' ? null : caller.kind === 'app' ? caller.app.slug : caller.actor.user.login;
  } catch {
    return null;
  }
}

async function perform(server: Server, request: RawRequest, operation: string | null): Promise<Answer> {
  const artifact = /^\/_artifacts\/(\d+)$/.exec(request.pathname);
  if (artifact !== null) return serveArtifact(server, Number(artifact[1]), request.query);
  const graphql = operation === 'graphql';
  const writes = graphql ? isMutation(request.body) : request.method !== 'GET' && request.method !== 'HEAD';
  const creates = request.method === 'POST' && operation?.startsWith('issues/') === true;
  const end = server.limiter.begin({ account: accountName(server, request), now: server.world.now(), graphql, writes, creates });
  try {
    return graphql ? answerGraphql(server, request) : answerRequest(server, request);
  } finally {
    end();
  }
}

/** A token that is wrong is refused later; until then it is nobody's. */
function accountName(server: Server, { authorization }: RawRequest): string {
  try {
    return accountOf(identify(server.world, authorization));
  } catch {
    return 'anonymous';
  }
}

async function answerOrError(server: Server, request: RawRequest, operation: string | null): Promise<Answer> {
  try {
    return await perform(server, request, operation);
  } catch (error) {
    // GraphQL says so in an answer that is no error to HTTP.
    if (error instanceof ApiError && operation === 'graphql' && error.message.startsWith('API rate limit')) {
      return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: error.message }] } };
    }
    if (error instanceof ApiError) return errorAnswer(error);
    // A bug of the embedded GitHub itself: told to the client and to the test.
    const message = `the embedded GitHub failed at ${request.method} ${request.pathname}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    server.records.violations.push(message);
    return { status: 500, body: { message } };
  }
}

async function handle(server: Server, context: HonoContext<Bindings>): Promise<Response> {
  const request = await readRequest(context);
  const operation = request.pathname === '/graphql' ? 'graphql' : (matchRoute(request.method, request.pathname)?.route.operationId ?? null);
  const kind = kindOf({ method: request.method, operation, mutation: operation === 'graphql' && isMutation(request.body) });
  const fault = server.faults.strike({ method: request.method, path: request.pathname, operation, write: kind === 'write' });
  const answer = fault?.kind === 'refuse' ? errorAnswer(faultError(fault)) : fault?.kind === 'hang-up' ? null : await answerOrError(server, request, operation);
  const last = afterFault(fault, answer);
  if (server.answers.latency > 0) await pause(server.answers.latency);
  server.log.entries.push({
    method: request.method,
    path: request.pathname,
    operation,
    status: last?.status ?? 0,
    kind,
    login: loginOf(server, request.authorization),
  });
  if (last === null) return hangUp(context);
  const response = respond(server, last, request);
  return fault?.kind === 'cut-answer' ? cutAnswer(context, response) : response;
}

function hangUp(context: HonoContext<Bindings>): Response {
  context.env.outgoing.destroy();
  return new Response(null, { status: 502 });
}

/** Sends half of an answer that was announced whole. */
async function cutAnswer(context: HonoContext<Bindings>, response: Response): Promise<Response> {
  const { outgoing } = context.env;
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': String(body.length + 1) });
  await new Promise((sent) => {
    outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), sent);
  });
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

function afterFault(fault: Fault | null, answer: Answer | null): Answer | null {
  if (fault === null || fault.kind === 'refuse' || fault.kind === 'cut-answer') return answer;
  return fault.kind === 'lose-answer' ? errorAnswer(faultError(fault)) : null;
}

function respond(server: Server, answer: Answer, request: RawRequest): Response {
  const { method } = request;
  const headers = new Headers({
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `EMBEDDED:${server.log.entries.length}`,
    // The world's clock: a client reckons with how far away the reset is from it.
    date: new Date(server.world.now()).toUTCString(),
    ...server.limiter.headers({ account: accountName(server, request), now: server.world.now(), graphql: request.pathname === '/graphql' }),
    ...answer.headers,
  });
  if (answer.status === 204 || answer.status === 304) return new Response(null, { status: answer.status, headers });
  if (answer.bytes !== undefined) return new Response(Buffer.from(answer.bytes), { status: answer.status, headers });
  if (answer.text !== undefined) return new Response(answer.text, { status: answer.status, headers });
  if (answer.body === undefined || method === 'HEAD') return new Response(null, { status: answer.status, headers });
  if (!headers.has('content-type')) headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

/** Opens the HTTP side on loopback and resolves when it takes requests. */
export async function listen(server: Server, port: number): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const app = new Hono<Bindings>();
  // Other hosts on the real GitHub: they neither count against the API's limits nor stand in its description.
  app.route('/', jobRoutes(server.world, server.services.artifactUrl));
  app.route('/', signInRoutes(server.world));
  app.all('*', (context) => handle(server, context));
  return new Promise((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (info: AddressInfo) => resolve({ port: info.port, close }));
    listening.once('error', reject);
    const close = () =>
      new Promise<void>((done, failed) => {
        listening.close((error) => (error === undefined ? done() : failed(error)));
        if ('closeAllConnections' in listening) listening.closeAllConnections();
      });
  });
}
