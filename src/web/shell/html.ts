import type { html } from 'hono/html';

/** A piece of a page: escaped where it has to be. */
export type Html = ReturnType<typeof html>;
