/** Bytes that mean something in XML. */
export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const bang = 0x21;
export const doubleQuote = 0x22;
export const ampersand = 0x26;
export const singleQuote = 0x27;
export const minus = 0x2d;
export const slash = 0x2f;
export const semicolon = 0x3b;
export const less = 0x3c;
export const equals = 0x3d;
export const greater = 0x3e;
export const question = 0x3f;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;

/** 1 for a byte that may begin a name, 2 for one that may go on with it. Bytes of longer characters may be either: see `xmlNames`. */
export const nameKind = table((code) => {
  const character = String.fromCharCode(code);
  if (code >= 0x80 || /[:A-Z_a-z]/.test(character)) return 1;
  return /[-.0-9]/.test(character) ? 2 : 0;
});

/** 1 for a byte at which reading text has to stop and look. */
export const textKind = table((code) => Number(code < space ? code !== tab : [ampersand, less, closeBracket].includes(code)));

/** The same for an attribute's value, where every white space but the space itself is one. */
export const valueKind = table((code) => Number(code < space || [ampersand, less, doubleQuote, singleQuote].includes(code)));

/** The same where the value stands in double quotes. */
export const quotedKind = table((code) => Number(code < space || [ampersand, less, doubleQuote].includes(code)));

export function isSpace(code: number | undefined): boolean {
  return code === space || code === lineFeed || code === tab || code === carriageReturn;
}

function table(kindOf: (code: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => kindOf(code));
}
