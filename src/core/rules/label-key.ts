/**
 * Under which name the snapshot counts the open issues that carry all of these labels. GitHub's own list of issues reads
 * a comma as “and”, so the key can be asked for as it stands.
 */
export function labelKey(labels: readonly string[]): string {
  return [...new Set(labels)].sort().join(',');
}
