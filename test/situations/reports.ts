/** By path, how many of its first lines are covered, of how many. */
export type Lines = Readonly<Record<string, readonly [covered: number, total: number]>>;

/** An LCOV report of these files. */
export function lcov(files: Lines): string {
  return Object.entries(files)
    .map(([path, [hit, total]]) => {
      const lines = Array.from({ length: total }, (_, index) => `DA:${index + 1},${index < hit ? 1 : 0}\n`).join('');
      return `TN:\nSF:${path}\n${lines}LF:${total}\nLH:${hit}\nend_of_record\n`;
    })
    .join('');
}

/** Source code of so many lines. */
export function code(lines: number, first = 1): string {
  return Array.from({ length: lines }, (_, index) => `export const line${first + index} = ${first + index};\n`).join('');
}
