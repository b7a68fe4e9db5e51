import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { PageEnv } from './page-env.ts';
import { type Theme, themes } from './theme.ts';

const locales: readonly Locale[] = ['en', 'es'];
const year = 365 * 24 * 3600;

export interface Preferences {
  readonly locale: Locale;
  readonly theme: Theme;
}

/** Language and theme: from the address, else as chosen before, else as the browser asks. */
export function preferencesOf(context: Context): Preferences {
  const asked = accepts(context, { header: 'Accept-Language', supports: [...locales], default: 'en', match: firstSpoken });
  return {
    locale: oneOf(locales, context.req.query('lang')) ?? oneOf(locales, getCookie(context, 'lang')) ?? oneOf(locales, asked) ?? 'en',
    theme: oneOf(themes, context.req.query('theme')) ?? oneOf(themes, getCookie(context, 'theme')) ?? 'auto',
  };
}

/** Notes both for the handlers, and keeps what somebody chose by the address. Such a cookie says nothing but that choice. */
export function preferences({ secure }: { readonly secure: boolean }): MiddlewareHandler<PageEnv> {
  return async (context, next) => {
    const { locale, theme } = preferencesOf(context);
    context.set('locale', locale);
    context.set('theme', theme);
    const kept = { path: '/', maxAge: year, sameSite: 'Lax', httpOnly: true, secure } as const;
    if (context.req.query('lang') === locale) setCookie(context, 'lang', locale, kept);
    if (context.req.query('theme') === theme) setCookie(context, 'theme', theme, kept);
    await next();
  };
}

/** `es-MX` asks for Spanish. */
function firstSpoken(asked: readonly { readonly type: string; readonly q: number }[]): string {
  const spoken = asked
    .toSorted((a, b) => b.q - a.q)
    .map(({ type }) => oneOf(locales, type.split('-', 1)[0]?.toLowerCase()))
    .find((locale) => locale !== null);
  return spoken ?? 'en';
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined): T | null {
  return values.find((each) => each === value) ?? null;
}
