import { createVerify } from 'node:crypto';
import { ApiError } from '../records/api-error.ts';
import type { AppRecord } from '../records/account.ts';
import type { World } from '../records/world.ts';

interface Claims {
  readonly iss?: number | string;
  readonly iat?: number;
  readonly exp?: number;
}

/** Recognises a JSON Web Token by its three parts; tokens of people and installations have none. */
export function isJwt(token: string): boolean {
  return token.split('.').length === 3 && token.startsWith('ey');
}

function readPart(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new ApiError(401, 'A JSON web token could not be decoded');
  }
}

/**
 * Proves an app by its signed token. Times are held against the machine's clock, not the rehearsed one: the client that
 * signs the token has no other.
 */
export function proveApp(world: World, token: string): AppRecord {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims: Claims = readPart(payload);
  const app = [...world.apps.values()].find((candidate) => String(candidate.id) === String(claims.iss) || candidate.clientId === claims.iss);
  if (app?.publicKeyPem === undefined || app.publicKeyPem === null) throw new ApiError(401, 'Integration not found');
  if (readPart(header)['alg'] !== 'RS256') throw new ApiError(401, 'A JSON web token could not be decoded');
  const valid = createVerify('RSA-SHA256').update(`${header}.${payload}`).verify(app.publicKeyPem, Buffer.from(signature, 'base64url'));
  if (!valid) throw new ApiError(401, 'A JSON web token could not be decoded');
  checkTimes(claims);
  return app;
}

function checkTimes(claims: Claims): void {
  const now = Date.now() / 1000;
  // The date of this answer tells a client by how much its clock is wrong: the one that the token was held against.
  const refuse = (message: string) => new ApiError(401, message, { headers: { date: new Date().toUTCString() } });
  if (claims.exp === undefined || claims.exp <= now)
    throw refuse("'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
  if (claims.iat === undefined || claims.iat > now + 60)
    throw refuse("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  if (claims.exp - now > 610) throw refuse("'Expiration time' claim ('exp') is too far in the future");
}
