import { sign } from '@octokit/webhooks-methods';

export interface TestWebhook {
  readonly url: string;
  readonly id: string;
  readonly event: string;
  readonly payload: object;
  readonly secret: string;
}

/** Sends a webhook as GitHub does, signed, and gives the status of the answer. */
export async function sendWebhook({ url, id, event, payload, secret }: TestWebhook): Promise<number> {
  const body = JSON.stringify(payload);
  const headers = { 'content-type': 'application/json', 'x-github-delivery': id, 'x-github-event': event, 'x-hub-signature-256': await sign(secret, body) };
  return (await fetch(`${url}/api/github/webhooks`, { method: 'POST', body, headers })).status;
}
