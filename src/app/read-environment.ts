import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { type EvidenceLimits, evidenceLimits } from './evidence/evidence-pool.ts';
import { mostAtOnce, usualConcurrency } from '../engine/concurrency.ts';
import { InputError } from '../core/errors/input-error.ts';
import { isSafeAddress, type PageSettings, pageSettings, usualSessionHours } from './pages/page-settings.ts';
import { fromFiles } from './settings/from-files.ts';

/** What the app is told from outside. It holds secrets: it is never logged. */
export interface Environment {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly port: number;
  /** Null: every address of the machine. */
  readonly host: string | null;
  readonly databaseUrl: string;
  /** The same database as the owner of the tables, who migrates them at the start; null or left out: the app's own role does. */
  readonly migrationUrl?: string | null;
  /** A folder of the operator's own playbooks, or null. */
  readonly playbooksDir: string | null;
  readonly githubApiUrl: string;
  /** What this process does; everything when left out. */
  readonly role?: Role;
  /** How many keys this process works at once; left out, as usual. */
  readonly concurrency?: number;
  /** Days for which the body of a delivery is kept after it was worked; left out, as usual. */
  readonly deliveryBodyDays?: number;
  /** Days after which ledger entries say nothing any more; left out or null, they are kept for ever. */
  readonly ledgerRetentionDays?: number | null;
  /** Days after which evidence that nothing has used since is let go of; left out or null, it is kept as long as the ledger. */
  readonly evidenceRetentionDays?: number | null;
  /** Days for which it is kept how repositories stood each day; left out, three years. */
  readonly standingRetentionDays?: number;
  /** Who signs the identities of workflow jobs; left out or null, the issuer that belongs to the GitHub. */
  readonly oidcIssuer?: string | null;
  readonly logLevel: LogLevel;
  /** How much reading evidence may take; what is left out is as usual. */
  readonly evidence?: Partial<EvidenceLimits>;
  /** How people sign in to the pages; left out or null, there are none. */
  readonly pages?: PageSettings | null;
  /** Where figures are shown; left out, nowhere. */
  readonly metrics?: MetricsAccess;
  /** Who signs auditors' bundles, as the settings name it; left out, nobody. */
  readonly bundleSigner?: Readonly<Record<string, string | undefined>>;
  /** Base address of the OTLP/HTTP receiver of traces; left out or null, none are made. */
  readonly tracesEndpoint?: string | null;
}

/** A port of its own, or the token without which nobody sees them; neither, and they are not shown. */
export interface MetricsAccess {
  readonly port: number | null;
  readonly token: string | null;
}

/** `webhook` takes deliveries only, `worker` works them only. */
const roles = ['all', 'webhook', 'worker'] as const;
export type Role = (typeof roles)[number];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof logLevels)[number];

type Variables = Readonly<Record<string, string | undefined>>;

const required = ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'] as const;

const count = (most: number) =>
  z
    .string()
    .transform(Number)
    .refine((number) => Number.isInteger(number) && number >= 1 && number <= most, `is not a number; write one from 1 to ${most}`);

const portNumber = z
  .string()
  .transform(Number)
  .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65_535, 'is not a port; write a number from 0 to 65535');

/** Evidence may be carried forward for 90 days. */
export const fewestEvidenceDays = 100;

/** Three years of days, for lines over time. */
export const usualStandingDays = 1_095;

/** As `ledger prune` has it: until then a deployment may wait. */
const fewestDays = 31;

const schema = z.object({
  APP_ID: z.string().regex(/^[1-9]\d{0,14}$/, 'is not a number; write the App ID that the settings page of your GitHub App shows'),
  PRIVATE_KEY: z.string().transform(readKey),
  WEBHOOK_SECRET: z
    .string()
    .refine((secret) => secret !== 'development', 'is Probot’s public default "development"; write the secret that you gave your GitHub App'),
  PORT: portNumber.default(3000),
  HOST: z.string().nullable().default(null),
  PLAYBOOKS_DIR: z.string().nullable().default(null),
  DATABASE_URL: z.string().default('.data/sprintgate'),
  DATABASE_MIGRATION_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address; an embedded database has no roles')
    .nullable()
    .default(null),
  SPRINTGATE_ROLE: z.enum(roles, `is not a role; write one of ${roles.join(', ')}`).default('all'),
  WORKER_CONCURRENCY: count(mostAtOnce).default(usualConcurrency),
  DELIVERY_BODY_DAYS: z
    .string()
    .regex(/^\d{1,3}$/, 'is not a number of days; write one from 0 to 999')
    .default('14')
    .transform(Number),
  LEDGER_RETENTION_DAYS: z
    .string()
    .transform(Number)
    .refine(
      (days) => Number.isInteger(days) && days >= fewestDays && days <= 36_500,
      `is not a number of days from ${fewestDays} to 36500; deployments wait for up to 30 days and rest on what was said, and leaving it out keeps all for ever`,
    )
    .nullable()
    .default(null),
  EVIDENCE_RETENTION_DAYS: z
    .string()
    .transform(Number)
    .refine(
      (days) => Number.isInteger(days) && days >= fewestEvidenceDays && days <= 36_500,
      `is not a number of days from ${fewestEvidenceDays} to 36500; evidence may be carried forward for 90 days, and leaving it out keeps it as long as the ledger`,
    )
    .nullable()
    .default(null),
  STANDING_RETENTION_DAYS: z
    .string()
    .transform(Number)
    .refine(
      (days) => Number.isInteger(days) && days >= fewestDays && days <= 36_500,
      `is not a number of days from ${fewestDays} to 36500; lines over time need a month at least`,
    )
    .default(usualStandingDays),
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/, error: 'is not a web address; write for example https://api.github.com or https://HOST/api/v3' })
    .default('https://api.github.com')
    .transform((url) => url.replace(/\/+$/, '')),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'is not a web address; write for example https://token.actions.githubusercontent.com/ENTERPRISE' })
    .transform((url) => url.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  EVIDENCE_PROCESSES: count(64).default(evidenceLimits.processes),
  EVIDENCE_MEMORY_MB: count(65_536).default(evidenceLimits.megabytes),
  EVIDENCE_SECONDS: count(3_600).default(evidenceLimits.seconds),
  CLIENT_ID: z
    .string()
    .regex(/^[\w.-]{8,64}$/, 'is not a client ID; write the one that the settings page of your GitHub App shows, such as Iv23li…')
    .nullable()
    .default(null),
  CLIENT_SECRET: z.string().min(8, 'is too short to be the client secret of a GitHub App').nullable().default(null),
  BASE_URL: z
    .string()
    .transform((url) => url.replace(/\/+$/, ''))
    .refine(
      (url) => isSafeAddress(url) && new URL(url).origin === url,
      'is not an https:// address without a path; write where people reach the server, for example https://sprintgate.example.com',
    )
    .nullable()
    .default(null),
  SESSION_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, 'is too short; write at least 32 bytes by chance, for example the output of: openssl rand -base64 48')
    .nullable()
    .default(null),
  SESSION_HOURS: count(168).default(usualSessionHours),
  METRICS_PORT: portNumber.nullable().default(null),
  METRICS_TOKEN: z
    .string()
    .refine(
      (token) => token.length >= 16 && /^[\x21-\x7e]+$/.test(token),
      'is too easy to guess; write at least 16 letters and digits by chance, without spaces',
    )
    .nullable()
    .default(null),
  BUNDLE_SIGNING_KEY: z.string().optional(),
  BUNDLE_SIGNER_URL: z.url({ protocol: /^https?$/, error: 'is not a web address; write for example http://127.0.0.1:8200' }).optional(),
  BUNDLE_SIGNER_TOKEN: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'is not a web address; write the one of an OTLP/HTTP receiver, for example http://collector:4318' })
    .nullable()
    .default(null),
  LOG_LEVEL: z.enum(logLevels, `is not a level; write one of ${logLevels.join(', ')}`).default('info'),
});

/**
 * Reads the settings of the app. Null when none of the three that it needs is set: nobody meant to start it. Throws an
 * InputError that names each variable that is missing or wrong, and what to write instead; never its value.
 */
export function readEnvironment(variables: Variables): Environment | null {
  const { values: given, faults } = fromFiles(withoutEmpty(variables));
  const missing = required.filter((name) => given[name] === undefined);
  if (missing.length === required.length) return null;
  const result = schema.safeParse(given);
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

type SignerSettings = Pick<z.output<typeof schema>, 'BUNDLE_SIGNING_KEY' | 'BUNDLE_SIGNER_URL' | 'BUNDLE_SIGNER_TOKEN'>;

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

/** Accepts the key as it is, with `\n` written out, or in base64; gives it in the form that every library reads. */
function readKey(text: string, context: z.RefinementCtx): string {
  const plain = text.includes('-----BEGIN') ? text.replaceAll('\\n', '\n') : Buffer.from(text, 'base64').toString('utf8');
  try {
    const key = createPrivateKey(plain);
    if (key.asymmetricKeyType !== 'rsa') throw new Error('not RSA');
    return key.export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch {
    context.addIssue('is not an RSA private key; write the content of the .pem file that GitHub gave you, with \\n for line ends or in base64');
    return z.NEVER;
  }
}
