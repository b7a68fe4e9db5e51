/**
 * A Kotlin class's package and file whose common beginning the folders leave out, as Kotlin's conventions recommend
 * (kotlinlang.org, "Coding conventions", directory structure): what is in common begins at the source folder,
 * `src/main/kotlin`.
 */
export function isBelowKotlinRoot(segments: readonly string[], found: readonly string[]): boolean {
  if (!(segments.at(-1) ?? '').endsWith('.kt')) return false;
  const common = found.findLastIndex((segment, index) => segment !== segments.at(index - found.length)) + 1;
  return found[common - 1] === 'kotlin' && found[common - 3] === 'src';
}
