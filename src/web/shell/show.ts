import type { Context } from 'hono';
import type { Html } from './html.ts';
import { page, type PageFrame } from './page.ts';
import type { PageEnv } from './page-env.ts';

export type Shown = Pick<PageFrame, 'title' | 'trail' | 'tabs'>;

/** Answers with a page: what a room knows of it, and the rest from the request. */
export function show(context: Context<PageEnv>, shown: Shown, content: Html): Response | Promise<Response> {
  const { locale, theme, viewer, csrf } = context.var;
  const url = new URL(context.req.url);
  return context.html(page({ ...shown, locale, theme, viewer, csrf, address: `${url.pathname}${url.search}` }, content));
}
