const longestText = 16_000;
// Colours and links of terminals, which JUnit writers keep; ESC itself is forbidden in XML and is often left out.
// oxlint-disable-next-line no-control-regex
const colours = /\u001b\[[0-9;]{0,20}[A-Za-z]/g;
const stackLine = /^\s*(at\s+\S|\.{3} \d+ more|Traceback \(most recent|Stack ?trace:|goroutine \d+)/i;

/** The beginning of a failure's text, without its stack: at most three lines. */
export function failureText(text: string): string {
  const lines: string[] = [];
  for (const line of text.slice(0, longestText).replace(colours, '').split('\n', 200)) {
    if (lines.length > 0 && (stackLine.test(line) || line.trim() === '')) break;
    if (line.trim() !== '' && !stackLine.test(line)) lines.push(line.trim().slice(0, 240));
    if (lines.length === 3) break;
  }
  return lines.join('\n');
}

/** Appends a piece of text up to a bound: messages with whole logs in them are cut. */
export function appendText(text: string, piece: string): string {
  return text.length >= longestText ? text : text + piece.slice(0, longestText - text.length);
}
