import type { Person } from './viewer.ts';

/** Begun: where GitHub asks the person, and what their browser has to bring back. */
export interface SignInBegun {
  readonly url: string;
  /** For a cookie of ten minutes; sealed. */
  readonly keepsake: string;
}

export interface SignedIn {
  /** The value of the session's cookie. */
  readonly cookie: string;
  /** Local path to go on to. */
  readonly to: string;
}

/** Signing in with GitHub, and the sessions that come of it. */
export interface SignIn {
  begin(to: string): SignInBegun;
  /** Null where it is not the answer to what this browser began, or GitHub does not confirm it. Rejects with a GitHubAwayError where it says neither. */
  finish(given: { readonly code: string; readonly state: string; readonly keepsake: string }): Promise<SignedIn | null>;
  /** Who looks by this cookie; null for one that is not ours, is over, or was signed out. */
  viewer(cookie: string): Promise<Person | null>;
  /** What forms of this session carry. */
  formToken(session: string): string;
  /** Ends a session here and its token at GitHub. */
  signOut(session: string): Promise<void>;
  /** Forgets a session whose token GitHub does not take any more. */
  forget(session: string): Promise<void>;
  /** How long a session lives at most, in seconds. */
  readonly seconds: number;
}
