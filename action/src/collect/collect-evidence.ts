import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setOutput, summary, warning } from '@actions/core';
import { InputError } from '../../../src/core/errors/input-error.ts';
import { evidenceFileName, identityFileName, writeEvidenceFile } from '../../../src/core/evidence/bundle/evidence-file.ts';
import { sha256 } from '../../../src/core/markers/digest.ts';
import type { Inputs } from '../read-inputs.ts';
import type { Job } from '../read-job.ts';
import { annotateReports } from './annotate-reports.ts';
import type { CollectedFacts } from './collected-facts.ts';
import { describeCheckout } from './describe-checkout.ts';
import { type Collecting, describeEvidence } from './describe-evidence.ts';
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
 * read; the upload is complete either way, so that the gates show the same. Throws when it cannot be uploaded.
 */
export async function collectEvidence(inputs: Inputs, job: Job): Promise<boolean> {
  const { locale, config, warnings } = await readWorkspaceConfig(join(job.workspace, inputs.config), inputs.uploadName);
  for (const text of warnings) warning(text, { title: 'Sprintgate' });
  const tracked = await repositoryFiles(job.workspace);
  const { reports, notes } = await readReports(job.workspace, await findReports(job.workspace, inputs.evidence, tracked));
  if (reports.length === 0) throw new InputError(`${nothingFound(0)} ${notes.map(collectedWords.en.note).join(' ')}`);
  const collecting = { inputs, job, reports, checkout: await describeCheckout(job) };
  const written = await writeFolder(collecting);
  const upload = inputs.upload ? await tryUpload(collecting, written.folder) : null;
  tellOutputs({ reports, written, upload, uploadName: inputs.uploadName });
  const related = await relateReports(collecting, { config, tracked });
  const facts = { ...related, ...written, notes, config, tracked, upload, uploadName: inputs.uploadName };
  annotateReports(facts, locale);
  await summary.addRaw(renderCollected(facts, locale), true).write();
  if (upload && 'failure' in upload) throw upload.failure;
  return facts.reports.every(({ outcome }) => outcome === 'ok' || outcome === 'empty');
}

interface Written {
  readonly folder: string;
  readonly digest: string;
  readonly identity: { readonly token: string | null; readonly problem: string | null };
}

async function writeFolder(collecting: Collecting): Promise<Written> {
  const { inputs, job } = collecting;
  const folder = join(job.temporary, 'sprintgate-evidence', inputs.uploadName);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const text = writeEvidenceFile(describeEvidence(collecting));
  await writeFile(join(folder, evidenceFileName), text);
  const digest = sha256(text);
  const identity = await fetchIdentity(digest);
  if (identity.token !== null) await writeFile(join(folder, identityFileName), identity.token);
  return { folder, digest, identity };
}

/** What was read is worth a summary even where it cannot be uploaded. */
async function tryUpload({ inputs }: Collecting, folder: string): Promise<CollectedFacts['upload']> {
  try {
    return await uploadFolder({ folder, name: inputs.uploadName, retentionDays: inputs.retentionDays });
  } catch (error) {
    return { failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

function tellOutputs(told: { reports: readonly CollectedReport[]; written: Written; upload: CollectedFacts['upload']; uploadName: string }): void {
  const { reports, written, upload, uploadName } = told;
  const count = (outcome: string) => reports.filter(({ report }) => report.outcome === outcome).length;
  setOutput('folder', written.folder);
  setOutput('upload-name', uploadName);
  setOutput('evidence-digest', written.digest);
  setOutput('reports', reports.length);
  setOutput('ok', count('ok'));
  setOutput('empty', count('empty'));
  setOutput('rejected', count('reject'));
  setOutput('tool-errors', count('tool-error'));
  if (!upload || 'failure' in upload) return;
  setOutput('artifact-id', upload.id);
  setOutput('digest', upload.digest);
}
