import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** `session`: who looks. `sign-in`: what this browser began at GitHub, for ten minutes. */
export type CookieKind = 'session' | 'sign-in';

const names: Readonly<Record<CookieKind, string>> = { session: 'sprintgate', 'sign-in': 'sprintgate-sign-in' };

/**
 * Cookies that no script reads, no other site sends along and, by their prefix, no other host sets. On plain HTTP, which is this
 * machine alone, browsers refuse the prefix.
 */
export interface SessionCookies {
  read(context: Context, kind: CookieKind): string | null;
  write(context: Context, kind: CookieKind, given: { readonly value: string; readonly seconds: number }): void;
  drop(context: Context, kind: CookieKind): void;
}

/** `secure`: the pages are reached by HTTPS. */
export function sessionCookies({ secure }: { readonly secure: boolean }): SessionCookies {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  const nameOf = (kind: CookieKind): string => `${secure ? '__Host-' : ''}${names[kind]}`;
  return {
    read: (context, kind) => getCookie(context, nameOf(kind)) ?? null,
    write: (context, kind, { value, seconds }) => setCookie(context, nameOf(kind), value, { ...options, maxAge: seconds }),
    drop: (context, kind) => void deleteCookie(context, nameOf(kind), options),
  };
}
