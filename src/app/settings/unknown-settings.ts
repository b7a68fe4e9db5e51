import { closest, distance } from 'fastest-levenshtein';

/** Every setting of the app; a test holds this list, the schema and the documentation equal. */
export const settingNames: readonly string[] = [
  'APP_ID',
  'PRIVATE_KEY',
  'PRIVATE_KEY_PATH',
  'PRIVATE_KEY_FILE',
  'WEBHOOK_SECRET',
  'WEBHOOK_SECRET_FILE',
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATABASE_URL_FILE',
  'DATABASE_MIGRATION_URL',
  'DATABASE_MIGRATION_URL_FILE',
  'PLAYBOOKS_DIR',
  'SPRINTGATE_ROLE',
  'WORKER_CONCURRENCY',
  'DELIVERY_BODY_DAYS',
  'LEDGER_RETENTION_DAYS',
  'EVIDENCE_RETENTION_DAYS',
  'STANDING_RETENTION_DAYS',
  'GITHUB_API_URL',
  'OIDC_ISSUER',
  'EVIDENCE_PROCESSES',
  'EVIDENCE_MEMORY_MB',
  'EVIDENCE_SECONDS',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'CLIENT_SECRET_FILE',
  'BASE_URL',
  'SESSION_SECRET',
  'SESSION_SECRET_FILE',
  'SESSION_HOURS',
  'METRICS_PORT',
  'METRICS_TOKEN',
  'METRICS_TOKEN_FILE',
  'BUNDLE_SIGNING_KEY',
  'BUNDLE_SIGNING_KEY_FILE',
  'BUNDLE_SIGNER_URL',
  'BUNDLE_SIGNER_TOKEN',
  'BUNDLE_SIGNER_TOKEN_FILE',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'LOG_LEVEL',
];

/** Of other parts, or of tools around us. */
const others = new Set(['SPRINTGATE_APP_SLUG', 'SPRINTGATE_RECEIPT_KEY']);
const known = new Set(settingNames);
// One letter wrong, left out or too many, or two exchanged.
const slip = 2;

/** Warnings about variables that look like settings and are none: every `SPRINTGATE_…`, and slips of the pen in long names. */
export function unknownSettings(variables: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(variables)
    .filter((name) => !known.has(name) && !others.has(name) && (name.startsWith('SPRINTGATE_') || isSlip(name)))
    .toSorted()
    .map((name) => `${name} is no setting of Sprintgate, and is not read${suggestion(name)}`);
}

function isSlip(name: string): boolean {
  return name.length >= 8 && distance(name, closest(name, [...settingNames])) <= slip;
}

function suggestion(name: string): string {
  const plain = name.replace(/^SPRINTGATE_/, '');
  if (known.has(plain)) return `; write ${plain}`;
  const near = closest(name, [...settingNames]);
  return distance(name, near) <= slip + 1 ? `; did you mean ${near}?` : '';
}
