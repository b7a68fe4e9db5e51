import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { error, setOutput, summary, warning } from '@actions/core';
import { InputError } from '../../src/core/errors/input-error.ts';
import { manifestFile } from '../../src/core/evidence/bundle/bundle-manifest.ts';
import { readReport } from '../../src/core/evidence/read-report.ts';
import type { Report } from '../../src/core/evidence/report.ts';
import { checkUploadName } from './check-upload-name.ts';
import { describeCheckout } from './describe-checkout.ts';
import { findReports } from './find-reports.ts';
import { printInert } from './print-inert.ts';
import type { Inputs } from './read-inputs.ts';
import type { Job } from './read-job.ts';
import { renderCollected } from './render-collected.ts';

/**
 * Puts the reports and a manifest into one folder, under the paths that they have in the workspace. It uploads nothing
 * itself: actions/upload-artifact does that. True when each report could be read; the folder is complete either way.
 */
export async function collectEvidence(inputs: Inputs, job: Job): Promise<boolean> {
  if (inputs.evidence.length === 0) throw new InputError('evidence is empty; write the globs of your reports, one a line, e.g. coverage/lcov.info.');
  const paths = await findReports(job.workspace, inputs.evidence);
  const folder = join(job.temporary, 'sprintgate-evidence', inputs.uploadName);
  await rm(folder, { recursive: true, force: true });
  const reports: Report[] = [];
  for (const path of paths) {
    reports.push(readReport(path, await readFile(join(job.workspace, path))));
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(job.workspace, path), join(folder, path));
  }
  await writeFile(join(folder, manifestFile), await manifest(inputs, job));
  const { locale, warnings } = await checkUploadName(join(job.workspace, inputs.config), inputs.uploadName);
  for (const text of warnings) warning(text, { title: 'Sprintgate' });
  setOutput('folder', folder);
  setOutput('upload-name', inputs.uploadName);
  await summary.addRaw(renderCollected({ reports, folder, uploadName: inputs.uploadName }, locale), true).write();
  return tell(reports);
}

async function manifest(inputs: Inputs, job: Job): Promise<string> {
  const checkout = await describeCheckout(job);
  return `${JSON.stringify({ sprintgate: 1, ...checkout, job: job.jobName || null, uploadName: inputs.uploadName, tool: 'sprintgate action' }, null, 2)}\n`;
}

function tell(reports: readonly Report[]): boolean {
  const bad = reports.filter(({ outcome }) => outcome === 'reject' || outcome === 'tool-error');
  printInert(reports.map(({ file, outcome, format }) => `${outcome.padEnd(10)} ${file} (${format})`).join('\n'));
  for (const report of bad)
    error(report.error?.message ?? report.outcome, {
      title: `Sprintgate · ${report.file}`,
      file: report.file,
      ...(report.error?.line === undefined ? {} : { startLine: report.error.line }),
    });
  return bad.length === 0;
}
