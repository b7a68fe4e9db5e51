const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/**
 * The line numbers, in the head version, that a unified diff adds or alters. Takes the `patch` of GitHub's list of
 * files; null (binary, or too large for GitHub to send) stays null: not knowing is not the same as no change.
 */
export function changedLines(patch: string | null | undefined): number[] | null {
  if (patch === null || patch === undefined) return null;
  const lines: number[] = [];
  let next = 0;
  for (const line of patch.split('\n')) {
    const start = hunk.exec(line);
    if (start) next = Number(start[1]);
    else if (line.startsWith('+')) lines.push(next++);
    else if (!line.startsWith('-') && !line.startsWith('\\')) next++;
  }
  return lines;
}
