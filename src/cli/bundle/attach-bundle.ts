import { InputError } from '../../core/errors/input-error.ts';
import { sha256 } from '../../core/markers/digest.ts';
import { createOnce, type GitHub, headerOf, type RepositoryName, statusOf } from '../../github/client.ts';
import { githubClient, repositoryName } from '../github-client.ts';
import type { LedgerRepository } from '../ledger/ledger-repository.ts';

export interface Attachment {
  readonly tag: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Attaches a bundle to the GitHub Release of a tag, in the name of the operator. One of the same name and content is left alone; one
 * of the same name and other content is never replaced. Throws an InputError that says what is missing.
 */
export async function attachBundle({ name }: LedgerRepository, { tag, name: file, bytes }: Attachment): Promise<{ url: string; already: boolean }> {
  if (name === null) throw new InputError('the name of this repository is not known any more; attach the file by hand.');
  const github = githubClient(process.env);
  const where = repositoryName(name);
  const release = await releaseOf(github, where, tag);
  const assets = await github.paginate(github.rest.repos.listReleaseAssets, { ...where, release_id: release.id, per_page: 100 });
  const there = assets.find((asset) => asset.name === file);
  if (there) {
    if (there.size !== bytes.length || (there.digest ?? `sha256:${sha256(bytes)}`) !== `sha256:${sha256(bytes)}`)
      throw new InputError(`the release ${tag} has a ${file} with other content; nothing was replaced. Remove it on GitHub, if that is meant.`);
    return { url: there.browser_download_url, already: true };
  }
  try {
    // Octokit's types know text alone; the bytes go as they are.
    const data = Buffer.from(bytes) as unknown as string;
    const headers = { 'content-type': 'application/zip', 'content-length': bytes.length };
    const { data: asset } = await github.rest.repos.uploadReleaseAsset({
      ...where,
      release_id: release.id,
      name: file,
      data,
      headers,
      baseUrl: uploadsAt(release.upload_url),
      ...createOnce,
    });
    return { url: asset.browser_download_url, already: false };
  } catch (error) {
    throw refused(error, tag) ?? error;
  }
}

async function releaseOf(github: GitHub, where: RepositoryName, tag: string): Promise<{ id: number; upload_url: string }> {
  try {
    return (await github.rest.repos.getReleaseByTag({ ...where, tag })).data;
  } catch (error) {
    if (statusOf(error) === 404)
      throw new InputError(`there is no published release of the tag ${tag}; publish it on GitHub first (drafts have no tag yet).`, { cause: error });
    throw error;
  }
}

/** GitHub takes assets at an address of its own, which the release names. */
function uploadsAt(template: string): string {
  return template.replace(/\/repos\/.*$/, '');
}

function refused(error: unknown, tag: string): InputError | null {
  if (statusOf(error) !== 403 && statusOf(error) !== 404) return null;
  const accepted = headerOf(error, 'x-accepted-github-permissions');
  return new InputError(`GITHUB_TOKEN may not attach files to the release ${tag}; it needs ${accepted ?? 'contents: write'}.`, { cause: error });
}
