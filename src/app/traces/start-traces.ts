import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { happenings } from '../../telemetry/announce.ts';
import type { Happening } from '../../telemetry/happening.ts';
import { type ChosenIds, chosenIds } from './chosen-ids.ts';
import { deliveryIds } from './delivery-ids.ts';
import { factsOfLine } from '../log/log-facts.ts';
import { plainRoute } from '../../telemetry/plain-route.ts';
import { steadyNow } from '../../telemetry/steady-now.ts';
import { kindLabel } from '../metrics/label-of.ts';
import { version } from '../version.ts';

export interface Traces {
  /** Sends what is left, and traces no more. */
  stop(): Promise<void>;
}

export interface TraceOptions {
  /** Base address of an OTLP/HTTP receiver, e.g. `http://collector:4318`. */
  readonly endpoint: string;
  readonly role: string;
}

/** A key that is being worked, and where its last step ended. */
interface Open {
  readonly span: Span;
  readonly context: Context;
  since: number;
}

/** Sends a span for each delivery that is worked and each look at a key, below which are its steps and requests, until it is stopped. */
export function startTraces({ endpoint, role }: TraceOptions): Traces {
  const resource = resourceFromAttributes({
    'service.name': process.env['OTEL_SERVICE_NAME'] ?? 'sprintgate',
    'service.version': version,
    'sprintgate.role': role,
  });
  // Headers, e.g. for a token, are read by the exporter itself: OTEL_EXPORTER_OTLP_HEADERS.
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 5_000 });
  const ids = chosenIds();
  const provider = new TracerProvider({ resource, idGenerator: ids, spanProcessors: [new BatchSpanProcessor({ exporter })] });
  const follow = follower(provider.getTracer('sprintgate', version), ids);
  const listen = (message: unknown) => follow(message as Happening);
  happenings.subscribe(listen);
  return {
    async stop() {
      happenings.unsubscribe(listen);
      // A receiver that is away must not hold up the stop of the app.
      await provider.shutdown().catch(() => undefined);
    },
  };
}

function follower(tracer: Tracer, ids: ChosenIds): (happening: Happening) => void {
  const open = new Map<string, Open>();
  return (happening) => {
    const now = steadyNow();
    switch (happening.what) {
      case 'delivery-worked': {
        const { delivery, event, outcome, ms } = happening;
        const attributes = { 'sprintgate.delivery': delivery, 'sprintgate.event': event, 'sprintgate.outcome': outcome };
        const send = () => tracer.startSpan('delivery', { kind: SpanKind.CONSUMER, startTime: now - ms, attributes }, ROOT_CONTEXT).end(now);
        // Only the attempt that was the last bears the ids that keys link to.
        return outcome === 'done' ? ids.use(deliveryIds(delivery), send) : send();
      }
      case 'key-begun': {
        const { key, attempt, waitedMs, causes = [] } = happening;
        const attributes = { 'sprintgate.key': key, 'sprintgate.attempt': attempt, 'sprintgate.waited_ms': waitedMs };
        const links = causes.map((delivery) => ({ context: deliveryIds(delivery), attributes: { 'sprintgate.delivery': delivery } }));
        const span = tracer.startSpan(`key ${kindLabel(key)}`, { kind: SpanKind.CONSUMER, startTime: now, attributes, links }, ROOT_CONTEXT);
        return void open.set(key, { span, context: trace.setSpan(ROOT_CONTEXT, span), since: now });
      }
      case 'step':
        return endStep(tracer, open.get(happening.key), { name: happening.step, now });
      case 'request': {
        const key = factsOfLine({}).key;
        const attributes = { 'http.route': plainRoute(happening.route), 'http.response.status_code': happening.status };
        const context = (key === undefined ? undefined : open.get(key)?.context) ?? ROOT_CONTEXT;
        return tracer.startSpan(plainRoute(happening.route), { kind: SpanKind.CLIENT, startTime: now - happening.ms, attributes }, context).end(now);
      }
      case 'key-ended': {
        const found = open.get(happening.key);
        open.delete(happening.key);
        found?.span.setAttribute('sprintgate.outcome', happening.outcome);
        if (happening.outcome === 'retry' || happening.outcome === 'dead') found?.span.setStatus({ code: SpanStatusCode.ERROR });
        return found?.span.end(now);
      }
      default:
    }
  };
}

/** A step is said when it is done: its span reaches back to the step before it. */
function endStep(tracer: Tracer, open: Open | undefined, { name, now }: { readonly name: string; readonly now: number }): void {
  if (!open) return;
  tracer.startSpan(name, { startTime: open.since }, open.context).end(now);
  open.since = now;
}
