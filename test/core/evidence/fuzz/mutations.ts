import fc from 'fast-check';

/** One change of a report's bytes. Places are shares of its length, so that they fit any report. */
export type Mutation =
  | { readonly kind: 'cut' | 'behead'; readonly at: number }
  | { readonly kind: 'flip' | 'insert' | 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'delete' | 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'swap'; readonly at: number; readonly to: number; readonly length: number }
  | { readonly kind: 'number' | 'value' | 'name'; readonly at: number; readonly text: string }
  | { readonly kind: 'encode'; readonly as: Encoding };

type Encoding = 'bom' | 'utf-16le' | 'utf-16be' | 'utf-16le-bare' | 'latin1' | 'crlf' | 'cr';

// What a place that holds a figure, a word or a name is replaced by.
const numbers = ['-1', '-0', '1e308', '1e999', '-1e308', '9007199254740993', '18446744073709551616', '2147483648', '0.5', '1e-400', 'NaN', '"7"', 'null', ''];
const values = ['null', 'true', '""', '[]', '{}', '7', '-1', '"x"', '[[]]', '{"":[]}', '[null]', '{"__proto__":1}', '1e308', '"\\u0000"', '"NaN"'];
const names = ['"__proto__"', '"constructor"', '"toString"', '"hasOwnProperty"', '"length"', '""', '"0"', '"\\ud800"'];

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...[...'<>"\'&{}[]:,\n\r\0 -09eE/=;#'].map((character) => character.charCodeAt(0))));
const length = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 }));

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('cut' as const, 'behead' as const), at: share }),
  fc.record({ kind: fc.constantFrom('flip' as const, 'insert' as const, 'set' as const), at: share, byte }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'repeat' as const), at: share, length }),
  fc.record({ kind: fc.constant('swap' as const), at: share, to: share, length }),
  fc.record({ kind: fc.constant('number' as const), at: share, text: fc.constantFrom(...numbers) }),
  fc.record({ kind: fc.constant('value' as const), at: share, text: fc.constantFrom(...values) }),
  fc.record({ kind: fc.constant('name' as const), at: share, text: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant('encode' as const), as: fc.constantFrom<Encoding>('bom', 'utf-16le', 'utf-16be', 'utf-16le-bare', 'latin1', 'crlf', 'cr') }),
);

/** A few changes, one after the other. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(mutation, { minLength: 1, maxLength: 4 });

export function mutate(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  return changes.reduce((changed, change) => mutateOnce(Buffer.from(changed), change), bytes);
}

function mutateOnce(bytes: Buffer, change: Mutation): Uint8Array {
  if (change.kind === 'encode') return encode(bytes, change.as);
  const at = Math.floor(change.at * bytes.length);
  const splice = (from: number, to: number, put: Uint8Array | string): Buffer =>
    Buffer.concat([bytes.subarray(0, from), Buffer.from(put as string), bytes.subarray(Math.min(to, bytes.length))]);
  switch (change.kind) {
    case 'cut':
      return bytes.subarray(0, at);
    case 'behead':
      return bytes.subarray(at);
    case 'flip':
      return splice(at, at + 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << (change.byte % 8))));
    case 'insert':
      return splice(at, at, Uint8Array.of(change.byte));
    case 'set':
      return splice(at, at + 1, Uint8Array.of(change.byte));
    case 'delete':
      return splice(at, at + change.length, '');
    case 'repeat':
      return splice(at, at, Buffer.from(bytes.subarray(at, at + change.length)));
    case 'swap':
      return swap(bytes, at, change);
    case 'number':
      return replace(bytes, at, { pattern: /-?\d+(\.\d+)?/g, text: change.text });
    case 'name':
      return replace(bytes, at, { pattern: /"[^"\\\n]*"(?=\s*:)/g, text: change.text });
    case 'value':
      return replace(bytes, at, { pattern: /(?<=[:[,]\s*)("[^"\\\n]*"|\[[^[\]]*\]|\{[^{}]*\}|[\w.+-]+)(?=\s*[,\]}])/g, text: change.text });
  }
}

function swap(bytes: Buffer, at: number, change: { readonly to: number; readonly length: number }): Buffer {
  const other = Math.floor(change.to * bytes.length);
  const [low, high] = [Math.min(at, other), Math.max(at, other)];
  const size = Math.min(change.length, high - low);
  const parts = [
    bytes.subarray(0, low),
    bytes.subarray(high, high + size),
    bytes.subarray(low + size, high),
    bytes.subarray(low, low + size),
    bytes.subarray(high + size),
  ];
  return Buffer.concat(parts);
}

/** Puts the text in the place of the first match behind a place; matches of one report are looked for in a window around it. */
function replace(bytes: Buffer, at: number, change: { readonly pattern: RegExp; readonly text: string }): Buffer {
  const from = Math.max(0, at - 200);
  const window = bytes.subarray(from, at + 2_000).toString('latin1');
  const found = [...window.matchAll(change.pattern)].find((match) => from + match.index >= at);
  if (!found) return bytes;
  const start = from + found.index;
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(change.text), bytes.subarray(start + found[0].length)]);
}

function encode(bytes: Buffer, as: Encoding): Buffer {
  switch (as) {
    case 'bom':
      return Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytes]);
    case 'utf-16le-bare':
      return Buffer.from(bytes.toString('utf8'), 'utf16le');
    case 'utf-16le':
      return Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(bytes.toString('utf8'), 'utf16le')]);
    case 'utf-16be':
      return Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(bytes.toString('utf8'), 'utf16le').swap16()]);
    case 'latin1':
      return Buffer.from(bytes.toString('utf8'), 'latin1');
    case 'crlf':
      return Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
    case 'cr':
      return Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1');
  }
}
