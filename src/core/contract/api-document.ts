/** One field of a request or a response, as the document declares it. */
export interface ApiField {
  /** JSON types that it may have; empty where the document names none. */
  readonly types: readonly string[];
  readonly required: boolean;
  readonly pattern: string | null;
}

export type ApiFields = Readonly<Record<string, ApiField>>;

export interface ApiOperation {
  /** As it stands in the document, e.g. `POST /v1/predict`. */
  readonly name: string;
  /** Null: it declares no JSON body. */
  readonly request: ApiFields | null;
  /** Of its success; null: it declares no JSON body. */
  readonly response: ApiFields | null;
}

/** A component's OpenAPI document at the head commit: those of its operations that a rule asks for. */
export type ApiDocument = { readonly component: string; readonly path: string } & (
  | { readonly state: 'read'; readonly operations: readonly ApiOperation[] }
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable'; readonly why: string }
);
