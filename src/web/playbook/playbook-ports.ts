import type { LoadedPlaybook } from '../../core/playbook/parse-playbook.ts';

export interface PlaybookPorts {
  /** A playbook that this server has, by its name and version (`construir@1`); null where it has none of that name. */
  readonly find: (reference: string) => Promise<LoadedPlaybook | null>;
}
