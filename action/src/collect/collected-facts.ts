import type { Report } from '../../../src/core/evidence/report.ts';
import type { Config } from '../../../src/core/policy/config-schema.ts';
import type { Uploaded } from './upload-folder.ts';

/** What a collecting step has to tell. */
export interface CollectedFacts {
  readonly reports: readonly Report[];
  /** The workspace's configuration, where it can be read. */
  readonly config: Config | null;
  /** The files that git knows; null where there is no checkout. */
  readonly tracked: readonly string[] | null;
  readonly notes: readonly string[];
  readonly identity: { readonly token: string | null; readonly problem: string | null };
  readonly folder: string;
  readonly uploadName: string;
  /** Null: another step uploads the folder. */
  readonly uploaded: Uploaded | null;
}
