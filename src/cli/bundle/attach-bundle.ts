import { InputError } from '../../core/errors/input-error.ts';
import { sha256 } from '../../core/markers/digest.ts';
import { createOnce, type GitHub, type RepositoryName, statusOf } from '../../github/client.ts';

export interface AttachInput {
  readonly name: RepositoryName;
  readonly tag: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** Whether a file of this name with other bytes may be taken away for it. */
  readonly replace: boolean;
}

export interface Attached {
  readonly done: 'uploaded' | 'replaced' | 'already there';
  /** Where it is downloaded. */
  readonly url: string;
}

type Release = Awaited<ReturnType<GitHub['rest']['repos']['getReleaseByTag']>>['data'];
type Asset = Release['assets'][number];

/**
 * Puts a file on the published GitHub Release of a tag, as the owner of the token. The same file again does nothing. Throws an
 * InputError that says what to do: no such release, a draft, another file of the name, a release or a token that lets nothing be put.
 */
export async function attachBundle(github: GitHub, input: AttachInput): Promise<Attached> {
  const { name, file, tag } = input;
  const release = await findPublished(github, input);
  const assets = await github.paginate(github.rest.repos.listReleaseAssets, { ...name, release_id: release.id, per_page: 100 });
  const old = assets.find((asset) => asset.name === file.name);
  if (old && (await isSame(github, input, old))) return { done: 'already there', url: old.browser_download_url };
  if (old && !isLeftover(old) && !input.replace)
    throw new InputError(
      `the release of "${tag}" has another ${file.name} already, made by another key or version; look at it, or have it replaced with --replace.`,
    );
  if (release.immutable === true)
    throw new InputError(`the release of "${tag}" is immutable: GitHub takes no more files for it. Hand ${file.name} over as it is.`);
  const put = await writing(input, async () => {
    if (old) await github.rest.repos.deleteReleaseAsset({ ...name, asset_id: old.id });
    return upload(github, release, file);
  });
  return { done: old && !isLeftover(old) ? 'replaced' : 'uploaded', url: put.browser_download_url };
}

async function findPublished(github: GitHub, { name, tag }: AttachInput): Promise<Release> {
  try {
    return (await github.rest.repos.getReleaseByTag({ ...name, tag })).data;
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    const { data } = await github.rest.repos.listReleases({ ...name, per_page: 100 }).catch(() => ({ data: [] }));
    const what = data.some((release) => release.draft && release.tag_name === tag)
      ? `the release of "${tag}" is a draft; publish it (\`gh release edit ${tag} --draft=false\`) and run this again.`
      : `${name.owner}/${name.repo} has no release of "${tag}" that this token may see; make one (\`gh release create ${tag} --verify-tag\`) and run this again.`;
    throw new InputError(what, { cause: error });
  }
}

/** What is left of an upload that broke off: GitHub keeps its name taken, and says that it may be deleted. */
function isLeftover({ state }: Asset): boolean {
  return state !== 'uploaded';
}

async function isSame(github: GitHub, { name, file }: AttachInput, asset: Asset): Promise<boolean> {
  if (isLeftover(asset) || asset.size !== file.bytes.length) return false;
  const digest = sha256(file.bytes);
  if (asset.digest) return asset.digest === `sha256:${digest}`;
  // Files of before GitHub kept digests, and GitHub Enterprise Server.
  const { data } = await github.rest.repos.getReleaseAsset({ ...name, asset_id: asset.id, headers: { accept: 'application/octet-stream' } });
  return sha256(new Uint8Array(data as unknown as ArrayBuffer)) === digest;
}

async function upload(github: GitHub, release: Release, { name, bytes }: AttachInput['file']): Promise<Asset> {
  const { data } = (await github.request({
    method: 'POST',
    url: release.upload_url,
    name,
    headers: { 'content-type': 'application/zip' },
    data: Buffer.from(bytes),
    ...createOnce,
  })) as { data: Asset };
  return data;
}

async function writing<T>({ name, tag }: AttachInput, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const status = statusOf(error);
    if (status === 403 || status === 404)
      throw new InputError(`GITHUB_TOKEN may not write releases of ${name.owner}/${name.repo}; give one with "contents: write" (classic: "repo").`, {
        cause: error,
      });
    if (status === 422)
      throw new InputError(`GitHub did not take the file for "${tag}", maybe since somebody put one at the same time; run this again.`, { cause: error });
    throw error;
  }
}
