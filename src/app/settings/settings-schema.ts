import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { mostAtOnce, usualConcurrency } from '../../engine/concurrency.ts';
import { evidenceLimits } from '../evidence/evidence-pool.ts';
import { isSafeAddress, usualSessionHours } from '../pages/page-settings.ts';
import { logLevels, roles } from './environment.ts';

const count = (most: number) =>
  z
    .string()
    .transform(Number)
    .refine((number) => Number.isInteger(number) && number >= 1 && number <= most, `is not a number; write one from 1 to ${most}`);

const portNumber = z
  .string()
  .transform(Number)
  .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65_535, 'is not a port; write a number from 0 to 65535');

const days = (fewest: number, why: string) =>
  z
    .string()
    .transform(Number)
    .refine((number) => Number.isInteger(number) && number >= fewest && number <= 36_500, `is not a number of days from ${fewest} to 36500; ${why}`);

/** Evidence may be carried forward for 90 days. */
export const fewestEvidenceDays = 100;

/** Three years of days, for lines over time. */
export const usualStandingDays = 1_095;

/** As `ledger prune` has it: until then a deployment may wait. */
const fewestDays = 31;

/** The settings as they are written; each says what is wrong with it and what to write instead, never its value. */
export const settingsSchema = z.object({
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
  LEDGER_RETENTION_DAYS: days(fewestDays, 'deployments wait for up to 30 days and rest on what was said, and leaving it out keeps all for ever')
    .nullable()
    .default(null),
  EVIDENCE_RETENTION_DAYS: days(fewestEvidenceDays, 'evidence may be carried forward for 90 days, and leaving it out keeps it as long as the ledger')
    .nullable()
    .default(null),
  STANDING_RETENTION_DAYS: days(fewestDays, 'lines over time need a month at least').default(usualStandingDays),
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

export type Settings = z.output<typeof settingsSchema>;

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
