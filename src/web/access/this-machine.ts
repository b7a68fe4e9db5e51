import { isIPv4 } from 'node:net';

/** Whether a `Host` header, with or without a port, names this machine and nothing else. */
export function isThisMachine(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase();
  // `127.example.com` is a name that anybody may register.
  return name === 'localhost' || name === '[::1]' || (isIPv4(name) && name.startsWith('127.'));
}
