import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Octokit } from '@octokit/rest';
import type { GitHub } from '../../../src/github/client.ts';

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TinyGitHub {
  readonly github: GitHub;
  /** `METHOD /path` of every request, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** A server on loopback that answers paths from a table, 404 for the rest, as GitHub does for what it will not show. */
export async function tinyGitHub(answers: Readonly<Record<string, Answer>>): Promise<TinyGitHub> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const key = `${request.method} ${path}`;
    requests.push(key);
    request.resume();
    const answer = answers[key] ?? { status: 404, body: { message: 'Not Found' } };
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const github = new Octokit({ baseUrl: `http://127.0.0.1:${port}`, log: silent });
  return {
    github,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
