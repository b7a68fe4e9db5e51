/**
 * The patterns of the earlier list that nothing in the later one covers. A pattern is covered by itself, by `**`, and by
 * a folder's `folder/**` above it; whether two other patterns match the same files cannot be decided from their texts.
 */
export function uncoveredPatterns(before: readonly string[], after: readonly string[]): string[] {
  return before.filter((pattern) => !after.some((wider) => covers(wider, pattern)));
}

function covers(wider: string, narrower: string): boolean {
  if (wider === narrower || wider === '**') return true;
  const folder = /^([^*?[\]{}()!]+\/)\*\*$/.exec(wider)?.[1];
  return folder !== undefined && narrower.startsWith(folder);
}
