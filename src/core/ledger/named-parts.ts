const name = /\{"\$(?:part":"([0-9a-f]{64})"|list":\[([^\]]*)\])\}/g;

/** Digests of the parts that a part names, in their order. Text that people wrote cannot look like a name: its quotes are escaped. */
export function namedParts(text: string): string[] {
  return [...text.matchAll(name)].flatMap(([, part, list]) => (part === undefined ? (list ?? '').split(',').map((digest) => digest.slice(1, -1)) : [part]));
}
