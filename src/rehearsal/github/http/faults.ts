import { ApiError } from '../records/api-error.ts';

export interface Fault {
  /** How many requests it strikes. */
  times: number;
  /**
   * `refuse`: answered with the status, nothing done. `lose-answer`: done, then answered with the status: what a POST that
   * timed out looks like. `hang-up`: nothing done, connection cut. `hang-up-after`: done, connection cut. `cut-answer`: done,
   * connection cut in the middle of the answer.
   */
  readonly kind: 'refuse' | 'lose-answer' | 'hang-up' | 'hang-up-after' | 'cut-answer';
  readonly status?: number;
  readonly retryAfter?: number;
  /** Further headers of its answer, e.g. `x-ratelimit-remaining`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Lets this many matching requests pass before it strikes. */
  skip?: number;
  readonly method?: string;
  /** A part of the path or an operation id. */
  readonly where?: string;
  /** Only requests that change something. */
  readonly writesOnly?: boolean;
}

/** Trouble ordered by a test or by the rehearsal; the oldest that matches strikes first. */
export interface Faults {
  readonly pending: Fault[];
  readonly add: (fault: Partial<Fault> & Pick<Fault, 'kind'>) => void;
  readonly clear: () => void;
  readonly strike: (request: { method: string; path: string; operation: string | null; write: boolean }) => Fault | null;
}

export function createFaults(): Faults {
  const pending: Fault[] = [];
  const matches = (fault: Fault, request: { method: string; path: string; operation: string | null; write: boolean }): boolean =>
    (fault.method === undefined || fault.method === request.method) &&
    (fault.writesOnly !== true || request.write) &&
    (fault.where === undefined || request.path.includes(fault.where) || request.operation === fault.where);
  return {
    pending,
    add: (fault) => pending.push({ times: 1, ...fault }),
    clear: () => pending.splice(0),
    strike: (request) => {
      const fault = pending.find((candidate) => matches(candidate, request));
      if (fault === undefined) return null;
      if ((fault.skip ?? 0) > 0) {
        fault.skip = (fault.skip ?? 0) - 1;
        return null;
      }
      fault.times -= 1;
      if (fault.times <= 0) pending.splice(pending.indexOf(fault), 1);
      return fault;
    },
  };
}

/** The answer of a fault in GitHub's words. */
export function faultError(fault: Fault): ApiError {
  const status = fault.status ?? 502;
  const headers: Record<string, string> = { ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }), ...fault.headers };
  if (status === 403 || status === 429)
    return new ApiError(status, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', { headers });
  return new ApiError(status, status === 502 ? 'Server Error' : 'Service Unavailable', { headers });
}
