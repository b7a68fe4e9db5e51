import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { statusOf } from '../../src/github/client.ts';
import { tokenClient } from '../../src/github/token-client.ts';

let server: Server | null = null;

afterEach(() => {
  server?.close();
});

/** A GitHub whose answers end in the middle. */
async function cutting(body: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const cut = createServer((_request, response) => {
    response.writeHead(200, headers);
    response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy());
  });
  server = cut;
  await new Promise<void>((resolve) => cut.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(cut.address() as AddressInfo).port}`;
}

const json = { 'content-type': 'application/json; charset=utf-8' };
const repository = { owner: 'acme', repo: 'scoring' };

describe('an answer that was cut', () => {
  it('is no answer: a list is not empty because nobody heard its end', async () => {
    const apiUrl = await cutting(JSON.stringify([{ id: 1, number: 1 }]), json);
    const github = tokenClient({ token: 't', apiUrl, userAgent: 'test' });
    await expect(github.paginate(github.rest.issues.listForRepo, { ...repository })).rejects.toSatisfy((error) => statusOf(error) === null);
  });

  it('is none either where a length was told', async () => {
    const body = JSON.stringify({ total_count: 1, artifacts: [{ id: 1 }] });
    const apiUrl = await cutting(body, { ...json, 'content-length': String(body.length) });
    const github = tokenClient({ token: 't', apiUrl, userAgent: 'test' });
    await expect(github.rest.actions.listWorkflowRunArtifacts({ ...repository, run_id: 1 })).rejects.toSatisfy((error) => statusOf(error) === null);
  });

  it('leaves no half of a file', async () => {
    const apiUrl = await cutting('playbook: construir@1\ntier: 1\n', { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' });
    const github = tokenClient({ token: 't', apiUrl, userAgent: 'test' });
    await expect(github.rest.repos.getContent({ ...repository, path: 'a.yml', mediaType: { format: 'raw' } })).rejects.toSatisfy(
      (error) => statusOf(error) === null,
    );
  });

  it('is told also where an answer is no JSON although it says so', async () => {
    const whole = createServer((_request, response) => response.writeHead(200, json).end('<html>a proxy</html>'));
    server = whole;
    await new Promise<void>((resolve) => whole.listen(0, '127.0.0.1', resolve));
    const github = tokenClient({ token: 't', apiUrl: `http://127.0.0.1:${(whole.address() as AddressInfo).port}`, userAgent: 'test' });
    await expect(github.paginate(github.rest.issues.listForRepo, { ...repository })).rejects.toThrow(/not JSON/);
  });
});
