import type { Deliveries } from '../webhooks/deliveries.ts';

/** What a handler may use beside the world: things of the server itself. */
export interface Services {
  readonly deliveries: Deliveries;
  /** Makes an address that serves an artifact for one minute. */
  readonly artifactUrl: (artifactId: number) => string;
  readonly rateLimit: (
    account: string,
    graphql?: boolean,
  ) => { readonly limit: number; readonly remaining: number; readonly used: number; readonly reset: number };
}
