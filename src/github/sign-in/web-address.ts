/**
 * Where people sign in to the GitHub whose API this is. github.com and GitHub Enterprise Cloud with data residency
 * (`api.SUBDOMAIN.ghe.com`) have their API on a host of its own, Enterprise Server below `/api/v3`.
 */
export function webAddress(apiUrl: string): string {
  const { protocol, host, origin, pathname } = new URL(apiUrl);
  if (host === 'api.github.com' || (host.startsWith('api.') && host.endsWith('.ghe.com'))) return `${protocol}//${host.slice('api.'.length)}`;
  return pathname.startsWith('/api/v3') ? `${protocol}//${host}` : origin;
}
