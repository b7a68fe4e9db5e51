/** What a tool found on a ref, as it was uploaded with SARIF. */
export interface ScanResult {
  readonly rule: string;
  readonly description?: string;
  /** The level of the rule. */
  readonly severity: 'none' | 'note' | 'warning' | 'error';
  /** Only rules about security have one. */
  readonly security?: 'low' | 'medium' | 'high' | 'critical';
  readonly path: string;
  readonly line?: number;
}

export interface Analysis {
  readonly id: number;
  readonly ref: string;
  readonly commitSha: string;
  readonly tool: string;
  /** Why GitHub could not process it; empty where it could. */
  readonly error: string;
  readonly results: readonly ScanResult[];
  readonly createdAt: string;
}

export interface Alert {
  readonly number: number;
  readonly ref: string;
  readonly tool: string;
  readonly result: ScanResult;
  readonly commitSha: string;
  state: 'open' | 'dismissed' | 'fixed';
  readonly createdAt: string;
}
