import { type GitHub, type RepositoryName, statusOf } from '../client.ts';
import { Refusal } from './refusal.ts';

// GitHub's archive addresses live one minute; a body that trickles longer than this is given up.
const patience = 120_000;

/**
 * Downloads an artifact's archive: GitHub answers 302 to an address that needs no token, so none is sent there. No
 * further redirect is followed. Throws a `Refusal` when it has expired, is gone, leads elsewhere, or grows beyond `limit` bytes.
 */
export async function downloadArtifact(github: GitHub, artifact: RepositoryName & { readonly id: number }, limit: number): Promise<Uint8Array> {
  const address = await archiveAddress(github, artifact);
  if (!isSafe(address)) throw new Refusal('address-unsafe');
  const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
  // GitHub redirects once, to the archive itself: what leads on from there could lead into our own network.
  if (response.status >= 300 && response.status < 400) throw new Refusal('address-elsewhere');
  if (response.status === 404 || response.status === 410) throw new Refusal('expired');
  if (!response.ok || !response.body) throw new Error(`the archive of artifact ${artifact.id} was answered ${response.status}`);
  return readBody(response.body, limit);
}

/** Plain http is for a GitHub on this machine, as rehearsals have it. */
function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

async function archiveAddress(github: GitHub, artifact: RepositoryName & { readonly id: number }): Promise<string> {
  const { owner, repo, id } = artifact;
  try {
    const response = await github.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
      owner,
      repo,
      artifact_id: id,
      archive_format: 'zip',
      request: { redirect: 'manual' },
    });
    const { location } = response.headers;
    if (location) return location;
  } catch (error) {
    const status = statusOf(error);
    if (status === 410 || status === 404) throw new Refusal('expired');
    throw error;
  }
  throw new Error(`GitHub gave no address for the archive of artifact ${id}`);
}

async function readBody(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the body, so that no more of it is fetched.
  for await (const piece of body) {
    size += piece.length;
    if (size > limit) throw new Refusal('archive-large', limit);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
