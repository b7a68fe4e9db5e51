import { isLoopback } from '../is-loopback.ts';

/** With these the pages are on. They hold secrets. */
export interface PageSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people reach the pages, without a slash at its end. */
  readonly baseUrl: string;
  readonly sessionSecret: string;
  /** How long a session lives. */
  readonly sessionHours: number;
}

type Given = { readonly [Name in keyof PageSettings]: PageSettings[Name] | null };

const names = { clientId: 'CLIENT_ID', clientSecret: 'CLIENT_SECRET', baseUrl: 'BASE_URL', sessionSecret: 'SESSION_SECRET' } as const;
type Needed = keyof typeof names;

/** All of them, or none: half of them is a mistake. What is wrong is said in one sentence; null without CLIENT_ID: the pages are off. */
export function pageSettings(given: Given, isWorker: boolean): PageSettings | string | null {
  const { clientId, clientSecret, baseUrl, sessionSecret, sessionHours } = given;
  if (clientId === null) return null;
  const missing = (Object.keys(names) as Needed[]).filter((name) => given[name] === null).map((name) => names[name]);
  if (missing.length > 0 && isWorker) return null;
  if (clientSecret === null || baseUrl === null || sessionSecret === null)
    return `CLIENT_ID is set, which switches the pages on, and ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not; set ${missing.length === 1 ? 'it' : 'them'}, or leave CLIENT_ID out`;
  return { clientId, clientSecret, baseUrl, sessionSecret, sessionHours: sessionHours ?? usualSessionHours };
}

/** A working day, and time to spare. */
export const usualSessionHours = 12;

/** Whether cookies are safe on the way to this address: by HTTPS, or not leaving this machine. */
export function isSafeAddress(url: string): boolean {
  return URL.canParse(url) && (url.startsWith('https://') || isLoopback(url));
}
