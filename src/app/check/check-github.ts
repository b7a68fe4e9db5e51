import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { githubLimits } from '../../core/budget/budget-limits.ts';
import type { Budget } from '../../github/budget/create-budget.ts';
import { type GitHub, statusOf } from '../../github/client.ts';
import { createLog } from '../log/create-log.ts';
import { createProbot } from '../create-probot.ts';
import type { Environment } from '../settings/environment.ts';
import { readInstallations } from '../read-installations.ts';
import type { Finding } from './finding.ts';

const level = z.enum(['read', 'write', 'admin']);
const manifestSchema = z.object({ default_permissions: z.record(z.string(), level), default_events: z.array(z.string()) });
type Manifest = z.infer<typeof manifestSchema>;

/** GitHub takes a token of the app that is at most a minute from the future, and ten minutes old. */
const mostSkew = 30;

/** A handful of requests, while nothing else runs. */
const unlimited: Budget = { limits: githubLimits, run: async (_installation, _request, send) => send(), created: async () => [] };

/** Whether GitHub knows the app by this key, gives it what `app.yml` asks for, and can reach us. Nothing is written. */
export async function checkGitHub(environment: Environment): Promise<Finding[]> {
  const probot = await createProbot(environment, createLog({ ...environment, logLevel: 'fatal' }), Promise.resolve(unlimited));
  const github: GitHub = await probot.auth();
  try {
    const { data, headers } = await github.rest.apps.getAuthenticated();
    if (!data) throw new Error('GitHub names no app');
    const said = { permissions: data.permissions as Readonly<Record<string, string | undefined>>, events: data.events ?? [] };
    return [
      { about: 'app', state: 'good', says: `${data.slug ?? data.name}, App ID ${data.id}, on ${environment.githubApiUrl}` },
      clock(headers.date),
      permissions(said.permissions, manifest()),
      events(said.events, manifest()),
      await webhook(github),
      await installations(github),
    ];
  } catch (error) {
    return [{ about: 'app', state: 'bad', says: whyNot(error, environment) }];
  }
}

function manifest(): Manifest {
  return manifestSchema.parse(parse(readFileSync(join(import.meta.dirname, '../../../app.yml'), 'utf8')));
}

function whyNot(error: unknown, { appId, githubApiUrl }: Environment): string {
  const status = statusOf(error);
  if (status === 401) return `GitHub does not take PRIVATE_KEY for App ${appId}; compare APP_ID, generate another key on the app’s page, or set the clock`;
  if (status === 404) return `${githubApiUrl} knows no App ${appId} (404); compare APP_ID and GITHUB_API_URL`;
  if (status !== null && status < 500) return `GitHub refused it with status ${status}`;
  return `${githubApiUrl} ${status === null || status === 500 ? 'cannot be reached' : `answers ${status}`}; check GITHUB_API_URL, and the way there`;
}

function clock(date: string | undefined): Finding {
  const at = Date.parse(date ?? '');
  if (Number.isNaN(at)) return { about: 'clock', state: 'note', says: 'GitHub tells no time' };
  const skew = Math.round((Date.now() - at) / 1000);
  const apart = `${Math.abs(skew)} s ${skew < 0 ? 'behind' : 'ahead of'} GitHub’s`;
  return Math.abs(skew) <= mostSkew ? { about: 'clock', state: 'good', says: apart } : { about: 'clock', state: 'bad', says: `${apart}; set it, by NTP` };
}

const ranks = ['read', 'write', 'admin'];

function permissions(given: Readonly<Record<string, string | undefined>>, { default_permissions: wanted }: Manifest): Finding {
  const missing = Object.entries(wanted).filter(([name, needed]) => ranks.indexOf(given[name] ?? '') < ranks.indexOf(needed));
  const more = Object.keys(given).filter((name) => ranks.indexOf(given[name] ?? '') > ranks.indexOf(wanted[name] ?? ''));
  if (missing.length > 0)
    return {
      about: 'permissions',
      state: 'bad',
      says: `missing: ${missing.map((each) => each.join(': ')).join(', ')}; docs/permissions.md says what each is for`,
    };
  if (more.length > 0) return { about: 'permissions', state: 'note', says: `more than app.yml asks for: ${more.join(', ')}` };
  return { about: 'permissions', state: 'good', says: `as in app.yml (${Object.keys(wanted).length})` };
}

function events(given: readonly string[], { default_events: wanted }: Manifest): Finding {
  const missing = wanted.filter((event) => !given.includes(event));
  return missing.length === 0
    ? { about: 'events', state: 'good', says: `as in app.yml (${wanted.length})` }
    : { about: 'events', state: 'bad', says: `not subscribed: ${missing.join(', ')}; tick them on the app’s page` };
}

async function webhook(github: GitHub): Promise<Finding> {
  const { data } = await github.rest.apps.getWebhookConfigForApp();
  const about = 'webhook';
  if (!data.url) return { about, state: 'bad', says: 'the app has no webhook URL' };
  if (!data.secret) return { about, state: 'bad', says: `${data.url}, without a secret; set WEBHOOK_SECRET’s on the app’s page` };
  if (!new URL(data.url).pathname.endsWith('/api/github/webhooks'))
    return { about, state: 'note', says: `${data.url}; Sprintgate answers at /api/github/webhooks` };
  if (data.content_type !== 'json') return { about, state: 'bad', says: `${data.url} with content type ${data.content_type}; it must be application/json` };
  if (String(data.insecure_ssl ?? '0') !== '0') return { about, state: 'note', says: `${data.url}, and GitHub does not verify its certificate` };
  return { about, state: 'good', says: `${data.url}; whether the secret is the same shows with the first delivery` };
}

async function installations(github: GitHub): Promise<Finding> {
  const { length } = await readInstallations({ app: async () => github });
  return { about: 'installations', state: length === 0 ? 'note' : 'good', says: length === 0 ? 'none yet; install the app' : String(length) };
}
