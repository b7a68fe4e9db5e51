/**
 * Runs one reader on one file in a process of its own, and prints what it took as JSON. Started by bench.ts.
 * Usage: node bench/evidence/run-reader.ts READER FILE
 */
export interface Run {
  readonly seconds: number;
  /** The largest resident memory of the process, Node's own share of some 50 MB included. */
  readonly megabytes: number;
  /** What the reader counted, to see that they agree. */
  readonly result: string;
}

type Read = (path: string) => Promise<string>;

/** Loaded one at a time: a process holds no other reader's code. */
const readers: Readonly<Record<string, () => Promise<Read>>> = {
  floor: async () => (await import('./readers/floor.ts')).readFloor,
  sprintgate: async () => (await import('./readers/sprintgate.ts')).readOwn,
  'lcov-parse': async () => (await import('./readers/lcov-peers.ts')).readWithLcovParse,
  '@friedemannsommer/lcov-parser': async () => (await import('./readers/lcov-peers.ts')).readWithFriedemannsommer,
  'saxes, totals only': async () => (await import('./readers/xml-peers.ts')).readWithSaxes,
  'fast-xml-parser': async () => (await import('./readers/xml-peers.ts')).readWithFastXmlParser,
  'JSON.parse of the whole': async () => (await import('./readers/json-peer.ts')).readWithJsonParse,
  'readline and a map': async () => (await import('./readers/line-peer.ts')).readWithReadline,
};

const [name = '', path = ''] = process.argv.slice(2);
const read = await readers[name]?.();
if (!read) throw new Error(`no reader "${name}"; there are ${Object.keys(readers).join(', ')}`);
const began = performance.now();
const result = await read(path);
const seconds = (performance.now() - began) / 1000;
const run: Run = { seconds, megabytes: process.resourceUsage().maxRSS / 1024, result };
console.log(JSON.stringify(run));
