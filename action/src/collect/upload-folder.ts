import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
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
}

const taken = /already exists|\(409\)/;

/** Uploads the folder's files as an artifact. Throws an InputError when its name is taken, or the service takes none. */
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
    // An attempt of a re-run has names of its own: this one is another job's, and what it holds must not be lost.
    if (taken.test(messageOf(error)))
      throw new InputError(`an upload named ${input.name} is there already; give each job and each part of a matrix an upload-name of its own.`);
    throw new InputError(`the upload of ${input.name} failed: ${messageOf(error)}`);
  }
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
