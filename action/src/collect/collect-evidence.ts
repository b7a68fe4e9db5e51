import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setOutput, summary, warning } from '@actions/core';
import { InputError } from '../../../src/core/errors/input-error.ts';
import { evidenceFileName, identityFileName, writeEvidenceFile } from '../../../src/core/evidence/bundle/evidence-file.ts';
import { sha256 } from '../../../src/core/markers/digest.ts';
import type { Inputs } from '../read-inputs.ts';
import type { Job } from '../read-job.ts';
import { annotateReports } from './annotate-reports.ts';
import { describeEvidence } from './describe-evidence.ts';
import { fetchIdentity } from './fetch-identity.ts';
import { findReports, nothingFound } from './find-reports.ts';
import { type CollectedReport, readReports } from './read-reports.ts';
import { readWorkspaceConfig } from './read-workspace-config.ts';
import { collectedWords } from './summary/collected-words.ts';
import { renderCollected } from './summary/render-collected.ts';
import { relateReports } from './relate-reports.ts';
import { repositoryFiles } from './repository-files.ts';
import { uploadFolder } from './upload-folder.ts';

/**
 * Reads the job's reports, makes one file of them, uploads it, and tells what is in it. True when each report could be
 * read; the upload is complete either way, so that the gates show the same.
 */
export async function collectEvidence(inputs: Inputs, job: Job): Promise<boolean> {
  const { locale, config, warnings } = await readWorkspaceConfig(join(job.workspace, inputs.config), inputs.uploadName);
  for (const text of warnings) warning(text, { title: 'Sprintgate' });
  const tracked = await repositoryFiles(job.workspace);
  const found = await findReports(job.workspace, inputs.evidence, tracked);
  const { reports, notes } = await readReports(job.workspace, found);
  if (reports.length === 0) throw new InputError(`${nothingFound(0)} ${notes.map(collectedWords.en.note).join(' ')}`);
  const written = await writeFolder(inputs, job, reports);
  tellOutcomes(reports);
  const uploaded = inputs.upload
    ? await uploadFolder({ folder: written.folder, name: inputs.uploadName, retentionDays: inputs.retentionDays, attempt: job.runAttempt })
    : null;
  const upload = { folder: written.folder, uploadName: inputs.uploadName };
  setOutput('folder', written.folder);
  setOutput('upload-name', inputs.uploadName);
  setOutput('evidence-digest', written.digest);
  if (uploaded) setOutput('artifact-id', uploaded.id);
  if (uploaded) setOutput('digest', uploaded.digest);
  const facts = { ...(await relateReports(reports, { job, config, tracked })), notes, config, tracked, uploaded, ...upload, identity: written.identity };
  annotateReports(facts, locale);
  await summary.addRaw(renderCollected(facts, locale), true).write();
  return facts.reports.every(({ outcome }) => outcome === 'ok' || outcome === 'empty');
}

interface Written {
  readonly folder: string;
  readonly digest: string;
  readonly identity: { readonly token: string | null; readonly problem: string | null };
}

async function writeFolder(inputs: Inputs, job: Job, reports: readonly CollectedReport[]): Promise<Written> {
  const folder = join(job.temporary, 'sprintgate-evidence', inputs.uploadName);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const text = writeEvidenceFile(await describeEvidence(inputs, job, reports));
  await writeFile(join(folder, evidenceFileName), text);
  const digest = sha256(text);
  const identity = await fetchIdentity(digest);
  if (identity.token !== null) await writeFile(join(folder, identityFileName), identity.token);
  return { folder, digest, identity };
}

function tellOutcomes(reports: readonly CollectedReport[]): void {
  const count = (outcome: string) => reports.filter(({ report }) => report.outcome === outcome).length;
  setOutput('reports', reports.length);
  setOutput('ok', count('ok'));
  setOutput('empty', count('empty'));
  setOutput('rejected', count('reject'));
  setOutput('tool-errors', count('tool-error'));
}
