/** What an operator may want to count, time or trace. Nothing of it holds a secret or a text that a person wrote. */
export type Happening =
  | { readonly what: 'delivery-refused'; readonly why: 'signature' | 'content-type' | 'headers' | 'too-large' | 'body' | 'storage' }
  | { readonly what: 'delivery-stored'; readonly delivery: string; readonly event: string; readonly fresh: boolean; readonly bytes: number }
  | {
      readonly what: 'delivery-worked';
      readonly delivery: string;
      readonly event: string;
      readonly outcome: 'done' | 'later' | 'given-up';
      readonly ms: number;
    }
  | {
      readonly what: 'key-begun';
      readonly key: string;
      readonly attempt: number;
      readonly waitedMs: number;
      /** Ids of the deliveries that asked for it. */
      readonly causes?: readonly string[];
    }
  | { readonly what: 'key-ended'; readonly key: string; readonly outcome: 'done' | 'retry' | 'dead' | 'put-off'; readonly ms: number }
  | { readonly what: 'step'; readonly key: string; readonly step: string }
  | { readonly what: 'verdict'; readonly gate: string; readonly verdict: string }
  | { readonly what: 'request'; readonly installation: number | null; readonly route: string; readonly status: number; readonly ms: number }
  | { readonly what: 'budget'; readonly installation: number; readonly resource: string; readonly remaining: number; readonly limit: number }
  | { readonly what: 'budget-wait'; readonly installation: number; readonly class: 'interactive' | 'sweep' | 'seeding'; readonly ms: number }
  | { readonly what: 'sweep-ended'; readonly ms: number; readonly keys: number };
