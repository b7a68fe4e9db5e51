/** What one run shows otherwise than another, a line a thing: `+` what is too much, `-` what is missing. */
export function differences(expected: readonly string[], actual: readonly string[]): string[] {
  const missing = [...expected];
  const extra: string[] = [];
  for (const line of actual) {
    const at = missing.indexOf(line);
    if (at < 0) extra.push(line);
    else missing.splice(at, 1);
  }
  return [...extra.map((line) => `+ ${around(line, missing)}`), ...missing.map((line) => `- ${around(line, extra)}`)];
}

/** The beginning of a line, and of its end what tells it from the line most like it. */
function around(line: string, others: readonly string[]): string {
  const same = Math.max(0, ...others.map((other) => sameUntil(line, other)));
  return `${line.slice(0, 110)} … ${line.slice(Math.max(110, same - 60), Math.max(110, same) + 200)}`;
}

function sameUntil(line: string, other: string): number {
  let at = 0;
  while (at < line.length && line[at] === other[at]) at += 1;
  return at;
}
