/** What `sprintgate enforce` is told on its command line. */
export interface EnforceOptions {
  readonly repo?: string;
  readonly org?: string;
  readonly repositories?: readonly string[];
  readonly config: string;
  readonly appId?: number;
  readonly check?: true;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
}
