/** Whether an address is of this machine: there is no GitHub behind it whose limits have to be kept. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
