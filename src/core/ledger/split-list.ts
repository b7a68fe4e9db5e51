/** Characters of a run of elements, on average: small enough that one changed element costs little, large enough to compress. */
const usual = 16_384;

/**
 * Cuts a long list into runs where its own elements say so (content-defined): an element that comes or goes changes its own run
 * and no other. Takes the elements as JSON texts and answers the runs' ends.
 */
export function splitList(elements: readonly string[]): number[] {
  const ends: number[] = [];
  for (const [index, text] of elements.entries()) {
    if (fnv1a(text) < (text.length / usual) * 0x1_0000_0000 || index === elements.length - 1) ends.push(index + 1);
  }
  return ends;
}

/** FNV-1a with the finish of MurmurHash3, over UTF-16 units: quick and even. It proves nothing, and only says where to cut. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
