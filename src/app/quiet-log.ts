import type { EngineLog } from '../engine/engine-log.ts';

/**
 * A log that keeps secrets and other people's texts out: of an error it writes name, message, stack and, of a failed
 * request, its method, address and status; never headers or bodies.
 */
export function quietLog(log: EngineLog): EngineLog {
  const write = (level: keyof EngineLog) => (facts: object, message: string) => log[level](withPlainError(facts), message);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function withPlainError(facts: object): object {
  return 'err' in facts ? { ...facts, err: plainError(facts.err) } : facts;
}

function plainError(error: unknown): object {
  if (error instanceof AggregateError) return { type: error.name, message: error.message, errors: error.errors.map(plainError) };
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return { type: error.name, message: error.message, stack: error.stack, ...requestOf(error) };
}

function requestOf(error: Error): object {
  if (!('status' in error) || !('request' in error)) return {};
  const request = error.request as { method?: string; url?: string } | undefined;
  return { status: error.status, request: `${request?.method ?? ''} ${(request?.url ?? '').replace(/\?.*/, '')}` };
}
