interface Sent {
  request?: { fetch?: unknown };
}

type BeforeRequest = (name: 'request', change: (options: Sent) => void) => void;

/**
 * An Octokit plugin: an answer counts once all of it is here. Octokit takes the body of an answer that was cut for an empty
 * text (`getResponseData` of @octokit/request), and a list without a body for one without entries: nothing would be found
 * again, and everything created twice. With this it is a request without an answer, as if the connection had never been made.
 */
export function wholeAnswers(octokit: { hook: { before: BeforeRequest } }): void {
  octokit.hook.before('request', (options) => {
    const send = (options.request?.fetch ?? globalThis.fetch) as typeof fetch;
    options.request = { ...options.request, fetch: (...asked: Parameters<typeof fetch>) => wholeAnswer(send(...asked)) };
  });
}

async function wholeAnswer(sending: Promise<Response>): Promise<Response> {
  const answer = await sending;
  const bytes = await answer.arrayBuffer();
  if (saysJson(answer) && bytes.byteLength > 0 && !beginsJson(bytes))
    throw new Error(`the answer says that it is JSON, and is not JSON (HTTP ${answer.status})`);
  const { status, statusText, headers, url } = answer;
  // Of these there is no body, not even an empty one.
  const isBare = status === 204 || status === 205 || status === 304;
  return Object.defineProperty(new Response(isBare ? null : bytes, { status, statusText, headers }), 'url', { value: url });
}

function saysJson(answer: Response): boolean {
  return /^application\/(?:scim\+)?json\b/.test(answer.headers.get('content-type') ?? '');
}

/** A page of a proxy in between does not. */
function beginsJson(bytes: ArrayBuffer): boolean {
  return /^\s*[[{"\d\-tfn]/.test(new TextDecoder().decode(bytes.slice(0, 64)));
}
