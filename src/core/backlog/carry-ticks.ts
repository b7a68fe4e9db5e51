const task = /^(\s*[-*+] \[)([ xX])(\] .*)$/;

/** A text with all its task boxes unticked. Ticking a box is not editing our text. */
export function untick(text: string): string {
  return mapTasks(text, (start, _mark, rest) => `${start} ${rest}`);
}

/** The new text, with those boxes ticked whose line stands ticked in the old one. Boxes are matched line by line, in order. */
export function carryTicks(from: string, to: string): string {
  const ticked = new Map<string, boolean[]>();
  mapTasks(from, (start, mark, rest) => {
    const key = start + rest;
    ticked.set(key, [...(ticked.get(key) ?? []), mark !== ' ']);
    return '';
  });
  return mapTasks(to, (start, mark, rest) => {
    const was = ticked.get(start + rest)?.shift() ?? mark !== ' ';
    return `${start}${was ? 'x' : ' '}${rest}`;
  });
}

function mapTasks(text: string, change: (start: string, mark: string, rest: string) => string): string {
  return text
    .split('\n')
    .map((line) => {
      const match = task.exec(line);
      return match ? change(match[1] ?? '', match[2] ?? ' ', match[3] ?? '') : line;
    })
    .join('\n');
}
