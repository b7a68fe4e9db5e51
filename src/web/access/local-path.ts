const longest = 2_000;
const safe = /^\/(?![/\\])[\x21-\x7e]*$/;

/** Where to go on to: a path of ours, else the front page. What a browser might take for another site (`//x`, `/\x`) is none. */
export function localPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > longest || !safe.test(asked)) return '/';
  const origin = 'http://localhost';
  const url = URL.parse(asked, origin);
  // Back to signing in it would go round and round.
  return url?.origin !== origin || url.pathname.startsWith('/sign-') || !safe.test(url.pathname) ? '/' : `${url.pathname}${url.search}`;
}
