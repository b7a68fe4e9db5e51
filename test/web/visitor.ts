import type { Hono } from 'hono';

export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Response>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  /** Goes to GitHub as this person, and comes back. */
  signIn(login: string, to?: string): Promise<Response>;
}

/** Somebody with a browser of their own: keeps cookies, follows nothing by itself. */
export function visitor(routes: Hono, origin: string): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { host: new URL(origin).host, cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...(init.headers as Record<string, string>) };
    const answer = await routes.request(`${origin}${path}`, { ...init, headers });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (each.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const self: Visitor = {
    cookies,
    get: (path) => ask(path),
    post: (path, fields = {}) =>
      ask(path, { method: 'POST', headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() }),
    async signIn(login, to = '/') {
      const begun = await ask(`/sign-in/begin?to=${encodeURIComponent(to)}`);
      const asked = new URL(begun.headers.get('location') ?? '');
      asked.searchParams.set('login', login);
      const back = await fetch(asked, { redirect: 'manual' });
      const { pathname, search } = new URL(back.headers.get('location') ?? '');
      return ask(`${pathname}${search}`);
    },
  };
  return self;
}
