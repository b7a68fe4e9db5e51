import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLogFacts } from '../../../src/app/log/log-facts.ts';
import { startTraces } from '../../../src/app/traces/start-traces.ts';
import { announce, happenings } from '../../../src/telemetry/announce.ts';

interface Sent {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code: number };
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, string | number>> }[];
}
interface Export {
  readonly resourceSpans: readonly { readonly resource: Pick<Sent, 'attributes'>; readonly scopeSpans: readonly { readonly spans: readonly Sent[] }[] }[];
}

let server: Server;
let paths: string[];
let bodies: Export[];
let endpoint: string;

beforeEach(async () => {
  paths = [];
  bodies = [];
  server = createServer((request, response) => {
    paths.push(String(request.url));
    void json(request).then((body) => {
      bodies.push(body as Export);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => void server.close());

describe('traces', () => {
  it('show a delivery, a look at a key, and below it its steps and requests', async () => {
    const traces = startTraces({ endpoint: `${endpoint}/`, role: 'worker' });
    announce({ what: 'delivery-worked', delivery: 'guid', event: 'push', outcome: 'done', ms: 5 });
    announce({ what: 'key-begun', key: '1/pull/2', attempt: 1, waitedMs: 30 });
    withLogFacts({ key: '1/pull/2' }, () => announce({ what: 'request', installation: 9, route: 'GET /repos/acme/{repo}', status: 200, ms: 10 }));
    announce({ what: 'step', key: '1/pull/2', step: 'decision-appended' });
    announce({ what: 'step', key: '1/pull/3', step: 'of-nobody' });
    announce({ what: 'key-ended', key: '1/pull/2', outcome: 'retry', ms: 40 });
    await traces.stop();
    expect(happenings.hasSubscribers).toBe(false);
    expect([...new Set(paths)]).toEqual(['/v1/traces']);
    const spans = bodies.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    expect(spans.map(({ name }) => name).toSorted()).toEqual(['decision-appended', 'delivery', 'key pull', 'other']);
    const key = spans.find(({ name }) => name === 'key pull');
    const below = spans.filter(({ parentSpanId }) => parentSpanId === key?.spanId);
    expect(below.map(({ name }) => name).toSorted()).toEqual(['decision-appended', 'other']);
    expect(key?.status.code).toBe(2);
    expect(Object.fromEntries((key?.attributes ?? []).map(({ key: name, value }) => [name, Object.values(value)[0]]))).toMatchObject({
      'sprintgate.key': '1/pull/2',
      'sprintgate.outcome': 'retry',
    });
    expect(JSON.stringify(bodies[0]?.resourceSpans[0]?.resource)).toContain('"stringValue":"sprintgate"');
    expect(JSON.stringify(bodies)).not.toContain('acme');
  });

  it('link a look at a key to the deliveries that asked for it, also where another process worked them', async () => {
    const deliveries = startTraces({ endpoint, role: 'worker' });
    announce({ what: 'delivery-worked', delivery: 'first', event: 'push', outcome: 'later', ms: 5 });
    for (const delivery of ['first', 'second', 'other']) announce({ what: 'delivery-worked', delivery, event: 'push', outcome: 'done', ms: 5 });
    await deliveries.stop();
    const keys = startTraces({ endpoint, role: 'worker' });
    announce({ what: 'key-begun', key: '1/pull/2', attempt: 1, waitedMs: 30, causes: ['first', 'second'] });
    announce({ what: 'key-ended', key: '1/pull/2', outcome: 'done', ms: 40 });
    await keys.stop();
    const spans = bodies.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    const [, first, second] = spans.filter(({ name }) => name === 'delivery');
    const key = spans.find(({ name }) => name === 'key pull');
    expect(key?.links).toEqual([first, second].map((span) => expect.objectContaining({ traceId: span?.traceId, spanId: span?.spanId })));
    // An attempt that failed is a span of its own.
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(5);
    expect(key?.parentSpanId ?? '').toBe('');
  });

  it('hold up nothing when nobody receives them', async () => {
    server.close();
    const traces = startTraces({ endpoint: 'http://127.0.0.1:9', role: 'all' });
    announce({ what: 'delivery-worked', delivery: 'guid', event: 'push', outcome: 'done', ms: 5 });
    await traces.stop();
    expect(happenings.hasSubscribers).toBe(false);
  });
});
