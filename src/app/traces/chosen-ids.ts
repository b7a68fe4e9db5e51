import { randomBytes } from 'node:crypto';
import type { SpanContext } from '@opentelemetry/api';

export interface ChosenIds {
  readonly generateTraceId: () => string;
  readonly generateSpanId: () => string;
  /** Has the spans that `work` starts bear these ids; without it, ids are random. */
  readonly use: <T>(ids: Pick<SpanContext, 'traceId' | 'spanId'>, work: () => T) => T;
}

/** Makes ids of spans: random ones, but where others have to know them beforehand. */
export function chosenIds(): ChosenIds {
  let chosen: Pick<SpanContext, 'traceId' | 'spanId'> | null = null;
  return {
    generateTraceId: () => chosen?.traceId ?? randomBytes(16).toString('hex'),
    generateSpanId: () => chosen?.spanId ?? randomBytes(8).toString('hex'),
    use(ids, work) {
      chosen = ids;
      try {
        return work();
      } finally {
        chosen = null;
      }
    },
  };
}
