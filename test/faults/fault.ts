/** Headers with which GitHub says that it was asked too often. */
export type LimitHeaders = 'none' | 'retry-after' | 'reset';

/**
 * One thing that goes wrong in a scene of the script. `at` is the how-many-th request to GitHub of the scene it strikes at,
 * from 1; `delivery` the how-many-th webhook. What is never reached strikes nowhere.
 */
export type Fault = { readonly scene: number } & (
  | { readonly kind: 'kill-at-step'; readonly step: string; readonly occurrence: number }
  /** Killed as a request arrives; `applied`: GitHub carries it out all the same. */
  | { readonly kind: 'kill-at-request'; readonly at: number; readonly applied: boolean }
  /** Killed as the n-th writing request of the scene arrives. */
  | { readonly kind: 'kill-at-write'; readonly write: number; readonly applied: boolean }
  | { readonly kind: 'server-error'; readonly at: number; readonly status: 500 | 502 | 503 | 504; readonly applied: boolean; readonly times: number }
  /** Of so many writes in the scene one is carried out and answered 502: the first, and every so-many-th after it. */
  | { readonly kind: 'answers-lost'; readonly oneIn: number }
  | { readonly kind: 'rate-limit'; readonly at: number; readonly status: 403 | 429; readonly headers: LimitHeaders; readonly times: number }
  | { readonly kind: 'hang-up'; readonly at: number; readonly how: 'hang-up' | 'hang-up-after' | 'cut-answer' }
  | { readonly kind: 'webhook'; readonly delivery: number; readonly fate: 'lost' | 'twice' | 'late' | 'overtaken' }
  /** From then on the app's machine is wrong by so many minutes, until the scene ends. */
  | { readonly kind: 'clock-jump'; readonly at: number; readonly minutes: number }
  | { readonly kind: 'database-restart'; readonly at: number }
  | { readonly kind: 'disk-full'; readonly at: number; readonly requests: number }
);

/** As a line of text. */
export function sayFault({ scene, kind, ...rest }: Fault): string {
  return `scene ${scene} ${kind} ${Object.entries(rest)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')}`;
}
