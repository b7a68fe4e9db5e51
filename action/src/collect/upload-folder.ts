import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { warning } from '@actions/core';
import type { DefaultArtifactClient } from '@actions/artifact';
import { InputError } from '../../../src/core/errors/input-error.ts';

export interface Uploaded {
  readonly id: number;
  /** `sha256:…` of the archive, as GitHub's API tells it. */
  readonly digest: string;
}

interface UploadInput {
  readonly folder: string;
  readonly name: string;
  readonly retentionDays: number | null;
  readonly attempt: number;
}

const taken = /already exists|\(409\)/;

/**
 * Uploads the folder's files as an artifact. One of equal name from an earlier try of a re-run is replaced; in a first
 * attempt it is another job's, and stays.
 */
export async function uploadFolder(input: UploadInput): Promise<Uploaded> {
  const { DefaultArtifactClient: Client } = await import('@actions/artifact');
  const client = new Client();
  try {
    return await upload(client, input);
  } catch (error) {
    if (error instanceof Error && error.name === 'GHESNotSupportedError')
      throw new InputError(
        'this GitHub Enterprise Server takes no uploads from here; set `upload: false`, and let actions/upload-artifact@v3 upload the folder.',
      );
    if (!taken.test(messageOf(error))) throw new InputError(`the upload of ${input.name} failed: ${messageOf(error)}`);
    if (input.attempt === 1)
      throw new InputError(`an upload named ${input.name} is there already; give each job and each part of a matrix an upload-name of its own.`);
  }
  warning(`the upload named ${input.name} was there already in this re-run; it is replaced.`, { title: 'Sprintgate' });
  await client.deleteArtifact(input.name);
  return upload(client, input);
}

async function upload(client: DefaultArtifactClient, { folder, name, retentionDays }: UploadInput): Promise<Uploaded> {
  const files = (await readdir(folder)).sort().map((file) => join(folder, file));
  // The file is JSON with base64 in it: the best compression halves it once more, and takes a moment.
  const { id, digest } = await client.uploadArtifact(name, files, folder, { compressionLevel: 9, ...(retentionDays === null ? {} : { retentionDays }) });
  if (id === undefined || digest === undefined) throw new InputError(`the upload of ${name} was not confirmed; run the job again.`);
  return { id, digest: `sha256:${digest}` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
