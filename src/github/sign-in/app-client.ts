/** The app as it signs people in. It holds a secret. */
export interface AppClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Base address of the API. */
  readonly apiUrl: string;
}
