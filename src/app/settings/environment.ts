import type { EvidenceLimits } from '../evidence/evidence-pool.ts';
import type { PageSettings } from '../pages/page-settings.ts';

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
export const roles = ['all', 'webhook', 'worker'] as const;
export type Role = (typeof roles)[number];

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof logLevels)[number];
