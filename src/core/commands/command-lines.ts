export interface CommandLine {
  /** Counted from 1. */
  readonly line: number;
  /** What follows `/sprintgate`, trimmed. */
  readonly rest: string;
}

const start = /^ {0,3}\/sprintgate(?:[ \t]+(.*))?$/i;
const begins = /^ {0,3}\/sprintgate/i;
const fenceMark = /^ {0,3}(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}|~{3,})(.*)$/;

/**
 * Finds the lines that a person wrote as commands. What is quoted, shown as code or hidden in an HTML comment is talk
 * about commands, not a command. An unclosed fence or comment runs to the end, as it does on GitHub.
 */
export function commandLines(body: string): CommandLine[] {
  const found: CommandLine[] = [];
  let fence: string | null = null;
  let hidden = false;
  for (const [index, raw] of body.replaceAll('\r\n', '\n').split('\n').entries()) {
    if (fence !== null) {
      if (closesFence(raw, fence)) fence = null;
      continue;
    }
    const opened: string | null = hidden ? null : (fenceMark.exec(raw)?.[1] ?? null);
    if (opened !== null) {
      fence = opened;
      continue;
    }
    const visible: { text: string; hidden: boolean } = withoutComments(raw, hidden);
    const startedHidden = hidden;
    hidden = visible.hidden;
    const match = startedHidden || !begins.test(raw) ? null : start.exec(visible.text.trimEnd());
    if (match) found.push({ line: index + 1, rest: (match[1] ?? '').trim() });
  }
  return found;
}

function closesFence(line: string, fence: string): boolean {
  const mark = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return mark !== undefined && mark.startsWith(fence);
}

/** The line without its HTML comments, and whether one is still open at its end. */
function withoutComments(line: string, hiddenBefore: boolean): { text: string; hidden: boolean } {
  let rest = line;
  let text = '';
  let hidden = hiddenBefore;
  for (;;) {
    const at = rest.indexOf(hidden ? '-->' : '<!--');
    if (at < 0) return { text: hidden ? text : text + rest, hidden };
    if (!hidden) text += rest.slice(0, at);
    rest = rest.slice(at + (hidden ? 3 : 4));
    hidden = !hidden;
  }
}
