import { isIPv4 } from 'node:net';

/** Whether an address is of this machine: there is no GitHub behind it whose limits have to be kept. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  // `127.example.com` is a name that anybody may register.
  return hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
}
