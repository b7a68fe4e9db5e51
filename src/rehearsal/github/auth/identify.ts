import { ApiError } from '../records/api-error.ts';
import { accountById, appById } from '../records/find.ts';
import type { AppRecord, Token } from '../records/account.ts';
import type { World } from '../records/world.ts';
import type { Caller } from '../http/call.ts';
import { isJwt, proveApp } from './app-jwt.ts';

/** Who sends a request, from its Authorization header. A wrong token is 401, never an anonymous visitor. */
export function identify(world: World, authorization: string | undefined): Caller {
  if (authorization === undefined || authorization === '') return { kind: 'anonymous' };
  const basic = /^basic\s+(\S+)$/i.exec(authorization)?.[1];
  if (basic !== undefined) return { kind: 'app', app: proveClient(world, Buffer.from(basic, 'base64').toString('utf8')), by: 'secret' };
  const [, scheme = '', value = ''] = /^(bearer|token)\s+(\S+)$/i.exec(authorization) ?? [];
  if (scheme === '') throw new ApiError(401, 'Bad credentials');
  if (isJwt(value)) return { kind: 'app', app: proveApp(world, value), by: 'key' };
  const token = world.tokens.get(value);
  if (token === undefined) throw new ApiError(401, 'Bad credentials');
  return fromToken(world, token);
}

function fromToken(world: World, token: Token): Caller {
  if (token.kind === 'user') return { kind: 'user', actor: { user: accountById(world, token.accountId), app: null } };
  if (token.kind === 'signed-in') {
    if (token.expiresAt <= world.now()) throw new ApiError(401, 'Bad credentials');
    return { kind: 'user', actor: { user: accountById(world, token.accountId), app: appById(world, token.appId) } };
  }
  if (token.kind === 'actions') {
    const app = [...world.apps.values()].find((candidate) => candidate.slug === 'github-actions');
    if (app === undefined) throw new ApiError(401, 'Bad credentials');
    return { kind: 'actions', actor: { user: accountById(world, app.botId), app }, app, permissions: token.permissions, repositoryId: token.repositoryId };
  }
  const installation = world.installations.get(token.installationId);
  if (installation === undefined || token.expiresAt <= Date.now()) throw new ApiError(401, 'Bad credentials');
  if (installation.suspendedAt !== null) throw new ApiError(403, 'This installation has been suspended');
  const app = appById(world, installation.appId);
  return {
    kind: 'installation',
    actor: { user: accountById(world, app.botId), app },
    app,
    installation,
    permissions: token.permissions,
    repositoryIds: token.repositoryIds,
  };
}

function proveClient(world: World, credentials: string): AppRecord {
  const app = [...world.apps.values()].find(({ clientId, clientSecret }) => clientSecret !== '' && `${clientId}:${clientSecret}` === credentials);
  if (app === undefined) throw new ApiError(401, 'Bad credentials');
  return app;
}
