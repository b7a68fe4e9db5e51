import type { Report } from '../../../src/core/evidence/report.ts';
import type { CoveredFiles } from '../../../src/core/gates/coverage/covered-files.ts';
import type { Config } from '../../../src/core/policy/config-schema.ts';
import type { CollectNote } from './collect-note.ts';
import type { UncoveredRange } from './uncovered-ranges.ts';
import type { Uploaded } from './upload-folder.ts';

/** What a collecting step has to tell. */
export interface CollectedFacts {
  readonly reports: readonly Report[];
  /** The workspace's configuration, where it can be read. */
  readonly config: Config | null;
  /** The files that git knows; null where there is no checkout. */
  readonly tracked: readonly string[] | null;
  readonly notes: readonly CollectNote[];
  /** Coverage by repository path. */
  readonly coverage: CoveredFiles;
  /** Uncovered lines of the change; null where git does not have what it was made from. */
  readonly uncovered: readonly UncoveredRange[] | null;
  /** True for a pull request from a fork: its job has no right to more than this. */
  readonly fork: boolean;
  readonly identity: { readonly token: string | null; readonly problem: string | null };
  readonly folder: string;
  readonly uploadName: string;
  /** Null: another step uploads the folder. */
  readonly upload: Uploaded | { readonly failure: Error } | null;
}
