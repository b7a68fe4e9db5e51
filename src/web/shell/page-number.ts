/** A page as an address has it, from 1 on; 1 where it has none. */
export function pageNumber(text: string | undefined): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page > 1 ? page : 1;
}
