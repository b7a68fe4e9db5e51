import { generateKeyPairSync } from 'node:crypto';
import { defaultEvents, defaultPermissions } from './app-defaults.ts';
import type { AppRecord, Permissions } from './records/account.ts';
import type { World } from './records/world.ts';
import { addAccount } from './state/accounts.ts';
import { actionsAppId } from './state/runs.ts';

export interface AppOptions {
  readonly id?: number;
  readonly slug?: string;
  readonly name?: string;
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
  readonly webhookSecret?: string;
  /** Where its webhooks go; may be set later, when the app listens. */
  readonly hookUrl?: string;
}

let keys: { readonly privateKey: string; readonly publicKey: string } | null = null;

/** One key pair a process: making one takes up to half a second, and tests start many servers. */
function keyPair(): { readonly privateKey: string; readonly publicKey: string } {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return keys;
}

/** Registers an app with its bot account; events and permissions are what its manifest asks for. */
export function registerApp(world: World, options: AppOptions): { readonly app: AppRecord; readonly privateKeyPem: string } {
  const slug = options.slug ?? 'sprintgate';
  const { publicKey, privateKey } = keyPair();
  const owner = [...world.accounts.values()].find((account) => account.login === 'app-owner') ?? addAccount(world, { login: 'app-owner', type: 'User' });
  const bot = addAccount(world, { login: `${slug}[bot]`, type: 'Bot' });
  const id = options.id ?? world.nextId('app');
  const app: AppRecord = {
    id,
    slug,
    name: options.name ?? 'Sprintgate',
    ownerId: owner.id,
    botId: bot.id,
    clientId: `Iv23li${id}`,
    createdAt: world.now(),
    permissions: { metadata: 'read', ...(options.permissions ?? defaultPermissions) },
    events: options.events ?? defaultEvents,
    publicKeyPem: publicKey,
    webhookSecret: options.webhookSecret ?? 'a-secret-only-for-rehearsal',
    clientSecret: `a-client-secret-only-for-rehearsal-${id}`,
    callbackUrls: [],
    hookUrl: options.hookUrl ?? null,
  };
  world.apps.set(app.id, app);
  return { app, privateKeyPem: privateKey };
}

/** GitHub's own app, in whose name all workflow jobs report. */
export function registerActionsApp(world: World): AppRecord {
  const owner = addAccount(world, { login: 'github', type: 'Organization' });
  const bot = addAccount(world, { login: 'github-actions[bot]', type: 'Bot' });
  const app: AppRecord = {
    id: actionsAppId,
    slug: 'github-actions',
    name: 'GitHub Actions',
    ownerId: owner.id,
    botId: bot.id,
    clientId: 'Iv1.actions',
    createdAt: world.now(),
    permissions: {},
    events: [],
    publicKeyPem: null,
    webhookSecret: '',
    clientSecret: '',
    callbackUrls: [],
    hookUrl: null,
  };
  world.apps.set(app.id, app);
  return app;
}
