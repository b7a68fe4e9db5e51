import type { Report } from '../../../src/core/evidence/report.ts';
import { type CoveredFiles, coveredFiles } from '../../../src/core/gates/coverage/covered-files.ts';
import type { Config } from '../../../src/core/policy/config-schema.ts';
import type { Job } from '../read-job.ts';
import { changedRanges } from './changed-ranges.ts';
import type { Collecting } from './describe-evidence.ts';
import { type UncoveredRange, uncoveredRanges } from './uncovered-ranges.ts';

interface Related {
  readonly reports: readonly Report[];
  readonly coverage: CoveredFiles;
  readonly uncovered: readonly UncoveredRange[] | null;
  readonly fork: boolean;
}

/** Holds the reports against the repository and the change, for people to read: the gates do it again by themselves. */
export async function relateReports(
  { job, checkout, reports: collected }: Collecting,
  { config, tracked }: { config: Config | null; tracked: readonly string[] | null },
): Promise<Related> {
  const reports = collected.map(({ report }) => report);
  const measured = reports.flatMap((report) => (report.kind === 'coverage' && report.outcome === 'ok' ? [report] : []));
  // Without a checkout the paths stand as they were reported.
  const tree = tracked ?? measured.flatMap(({ files }) => files.map(({ path }) => path));
  const coverage = coveredFiles(measured, { tree, sourceRoots: config?.evidence?.sourceRoots ?? [] });
  const changed = measured.length === 0 ? null : await changedRanges(job.workspace, checkout.baseSha);
  return { reports, coverage, uncovered: changed && uncoveredRanges(coverage.files, changed), fork: isFork(job) };
}

function isFork({ eventName, event, repositoryId }: Job): boolean {
  const head = event.pull_request?.head?.repo;
  return eventName === 'pull_request' && head !== undefined && repositoryId !== null && head?.id !== repositoryId;
}
