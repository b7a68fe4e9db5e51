import { InputError } from '../core/errors/input-error.ts';
import { pageSettings } from './pages/page-settings.ts';
import type { Environment, Role } from './settings/environment.ts';
import { fromFiles } from './settings/from-files.ts';
import { type Settings, settingsSchema } from './settings/settings-schema.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const required = ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'] as const;

/**
 * Reads the settings of the app. Null when none of the three that it needs is set: nobody meant to start it. Throws an
 * InputError that names each variable that is missing or wrong, and what to write instead; never its value.
 */
export function readEnvironment(variables: Variables): Environment | null {
  const { values: given, faults } = fromFiles(withoutEmpty(variables));
  const missing = required.filter((name) => given[name] === undefined);
  if (missing.length === required.length) return null;
  const result = settingsSchema.safeParse(given);
  // What is missing, and what a file did not give, is said once: not again as something that is not valid.
  const wrong = (result.error?.issues ?? []).filter(({ path: [name] }) => given[String(name)] !== undefined && given[String(name)] !== '');
  const sentences = [...(missing.length > 0 ? [missingText(missing)] : []), ...faults, ...wrong.map(({ path, message }) => `${path.join('.')} ${message}`)];
  if (sentences.length > 0 || !result.success) throw new InputError(sentences.join('\n'));
  const { data } = result;
  if (data.METRICS_PORT !== null && data.METRICS_PORT !== 0 && data.METRICS_PORT === data.PORT) throw new InputError(samePortText);
  if (data.SPRINTGATE_ROLE !== 'all' && !/^postgres(ql)?:\/\//.test(data.DATABASE_URL)) throw new InputError(aloneText(data.SPRINTGATE_ROLE));
  if (data.DATABASE_MIGRATION_URL !== null && !/^postgres(ql)?:\/\//.test(data.DATABASE_URL)) throw new InputError(ownerText);
  const pages = pageSettings(
    {
      clientId: data.CLIENT_ID,
      clientSecret: data.CLIENT_SECRET,
      baseUrl: data.BASE_URL,
      sessionSecret: data.SESSION_SECRET,
      sessionHours: data.SESSION_HOURS,
    },
    data.SPRINTGATE_ROLE === 'worker',
  );
  if (typeof pages === 'string') throw new InputError(pages);
  return {
    appId: Number(data.APP_ID),
    privateKey: data.PRIVATE_KEY,
    webhookSecret: data.WEBHOOK_SECRET,
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    migrationUrl: data.DATABASE_MIGRATION_URL,
    role: data.SPRINTGATE_ROLE,
    concurrency: data.WORKER_CONCURRENCY,
    deliveryBodyDays: data.DELIVERY_BODY_DAYS,
    ledgerRetentionDays: data.LEDGER_RETENTION_DAYS,
    evidenceRetentionDays: data.EVIDENCE_RETENTION_DAYS,
    standingRetentionDays: data.STANDING_RETENTION_DAYS,
    playbooksDir: data.PLAYBOOKS_DIR,
    githubApiUrl: data.GITHUB_API_URL,
    oidcIssuer: data.OIDC_ISSUER,
    logLevel: data.LOG_LEVEL,
    evidence: { processes: data.EVIDENCE_PROCESSES, megabytes: data.EVIDENCE_MEMORY_MB, seconds: data.EVIDENCE_SECONDS },
    pages,
    metrics: { port: data.METRICS_PORT, token: data.METRICS_TOKEN },
    ...bundleSignerOf(data),
    tracesEndpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

type SignerSettings = Pick<Settings, 'BUNDLE_SIGNING_KEY' | 'BUNDLE_SIGNER_URL' | 'BUNDLE_SIGNER_TOKEN'>;

function bundleSignerOf({ BUNDLE_SIGNING_KEY, BUNDLE_SIGNER_URL, BUNDLE_SIGNER_TOKEN }: SignerSettings): Pick<Environment, 'bundleSigner'> {
  return BUNDLE_SIGNING_KEY === undefined && BUNDLE_SIGNER_URL === undefined
    ? {}
    : { bundleSigner: { BUNDLE_SIGNING_KEY, BUNDLE_SIGNER_URL, BUNDLE_SIGNER_TOKEN } };
}

function withoutEmpty(variables: Variables): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
}

function aloneText(role: Role): string {
  return `SPRINTGATE_ROLE is ${role}, and the embedded database belongs to one process, which does everything; set DATABASE_URL to a postgres:// address, or leave SPRINTGATE_ROLE out`;
}

const ownerText =
  'DATABASE_MIGRATION_URL is set, and DATABASE_URL is no Postgres; set DATABASE_URL to the same database with the app’s own role, or leave DATABASE_MIGRATION_URL out';

const samePortText = 'METRICS_PORT is the same as PORT; write another one, or leave it out and set METRICS_TOKEN to serve /metrics there';

function missingText(missing: readonly string[]): string {
  const names = missing.map((name) => (name === 'PRIVATE_KEY' ? 'PRIVATE_KEY (or PRIVATE_KEY_PATH)' : name)).join(' and ');
  return `${names} ${missing.length === 1 ? 'is' : 'are'} not set; set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET to run as a GitHub App, or none of them for a rehearsal`;
}
