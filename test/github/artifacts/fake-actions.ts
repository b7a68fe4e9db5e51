import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Octokit } from '@octokit/rest';

export interface FakeActions {
  readonly octokit: Octokit;
  readonly asked: string[];
  close(): Promise<void>;
}

export interface FakeUpload {
  /** Where the archive is said to be, unless this server has it. */
  readonly address?: string;
  readonly artifact: Record<string, unknown> & { readonly id: number };
  /** The archive; a number is the status with which the download is answered instead, a text an address that it leads on to. */
  readonly archive: Uint8Array | number | string;
}

/** GitHub's answers about the runs and artifacts of one repository, over HTTP on loopback. */
export async function startFakeActions(world: {
  readonly runs: readonly Record<string, unknown>[] | number;
  readonly uploads?: Readonly<Record<number, readonly FakeUpload[]>>;
  /** Parents of a commit, by its id. */
  readonly commits?: Readonly<Record<string, readonly string[]>>;
}): Promise<FakeActions> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${url.pathname}${request.headers.authorization ? ' with token' : ''}`);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const uploads = Object.values(world.uploads ?? {}).flat();
    const id = Number(/artifacts\/(\d+)\/zip$|archives\/(\d+)$/.exec(url.pathname)?.slice(1).find(Boolean));
    const upload = uploads.find((candidate) => candidate.artifact.id === id);
    if (url.pathname.endsWith('/actions/runs')) {
      if (typeof world.runs === 'number') return send(world.runs, { message: 'Resource not accessible by integration' });
      const sha = url.searchParams.get('head_sha');
      const runs = world.runs.filter((run) => (run['asked_as'] ?? run['head_sha']) === sha);
      return send(200, { total_count: runs.length, workflow_runs: runs });
    }
    const listed = /actions\/runs\/(\d+)\/artifacts$/.exec(url.pathname);
    if (listed) {
      const artifacts = (world.uploads?.[Number(listed[1])] ?? []).map(({ artifact }) => artifact);
      return send(200, { total_count: artifacts.length, artifacts });
    }
    const parents = world.commits?.[/git\/commits\/(\w+)$/.exec(url.pathname)?.[1] ?? ''];
    if (parents) return send(200, { tree: { sha: 'e'.repeat(40) }, parents: parents.map((sha) => ({ sha })) });
    if (!upload) return send(404, { message: 'Not Found' });
    if (typeof upload.archive === 'number') return send(upload.archive, { message: 'Artifact has expired' });
    if (url.pathname.endsWith('/zip')) {
      const { port } = server.address() as AddressInfo;
      // Another host name, as GitHub's own archive store: a token must not follow there.
      response.writeHead(302, { location: upload.address ?? `http://localhost:${port}/archives/${id}` });
      return response.end();
    }
    if (typeof upload.archive === 'string') {
      response.writeHead(302, { location: upload.archive });
      return response.end();
    }
    response.writeHead(200, { 'content-type': 'application/zip' });
    return response.end(upload.archive);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  return {
    octokit: new Octokit({ baseUrl: `http://127.0.0.1:${port}`, auth: 'secret', log: quiet }),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
