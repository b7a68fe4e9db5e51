import { error } from '@actions/core';
import type { Job } from '../read-job.ts';
import { printInert } from '../print-inert.ts';
import type { CollectedFacts } from './collected-facts.ts';

export async function annotateReports({ reports }: CollectedFacts, _job: Job): Promise<void> {
  const bad = reports.filter(({ outcome }) => outcome === 'reject' || outcome === 'tool-error');
  printInert(reports.map(({ file, outcome, format }) => `${outcome.padEnd(10)} ${file} (${format})`).join('\n'));
  for (const report of bad)
    error(report.error?.message ?? report.outcome, {
      title: `Sprintgate · ${report.file}`,
      file: report.file,
      ...(report.error?.line === undefined ? {} : { startLine: report.error.line }),
    });
}
