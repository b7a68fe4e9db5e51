export interface FailurePlace {
  readonly file: string | null;
  readonly line: number | null;
}

export const noPlace: FailurePlace = { file: null, line: null };

const mostLines = 300;
const longestLine = 500;
/** Frames of runners and libraries: where the test failed is above or below them. */
const foreign =
  /node_modules|node:internal|internal[\\/]|site-packages|dist-packages|[\\/]gems[\\/]|\(native\)|vendor[\\/]phpunit|NUnit\.Framework\.Assert|Xunit\.Assert|VisualStudio\.TestTools|<anonymous>$/;

/**
 * How tools write a source line: .NET ` in path:line 12`, JavaScript `at f (path:12:3)`, pytest and compilers `path:12: Error`,
 * Go `x_test.go:12:`, Ruby and Dart `path:12:in`, Python `File "path", line 12`, PHP `path:12`.
 */
const shapes: readonly RegExp[] = [
  / in ([^\s].{0,300}?):line (\d{1,7})\b/,
  /^\s*File "([^"]{1,300})", line (\d{1,7})/,
  /^\s*(?:at )?(?:[^()]{0,200}\()?(?:file:\/\/)?((?:[A-Za-z]:)?[^\s:()]{1,300}\.[cm]?[jt]sx?):(\d{1,7})(?::\d{1,7})?\)?/,
  /^\s*(?:# |at:? |At |thread '.{1,200}' panicked at )?((?:[A-Za-z]:)?[^\s:()]{1,300}\.(?:py|go|rb|dart|php|rs|c|cc|cpp|cxx|h|hpp|swift|m|ex|exs)):(\d{1,7})\b/,
];
const dartFrame = /^\s*([^\s:()]{1,300}\.dart) (\d{1,7}):\d{1,7}\b/;
const javaFrame = /^\s*at (?:[\w.@-]{1,100}\/{1,2})?([\w$.]{1,300})\.[\w$<>]{1,200}\(([\w$]{1,200}\.(?:java|kt|scala|groovy)):(\d{1,7})\)/;

/** The first source line of the tested product that a failure's text names; `owner` is the Java class of the test. */
export function failurePlace(text: string, owner = ''): FailurePlace {
  const lines = text
    .split('\n', mostLines)
    .map((line) => line.slice(0, longestLine))
    .filter((line) => !foreign.test(line));
  const java = owner === '' ? null : javaPlace(lines, owner);
  if (java) return java;
  // Python puts the innermost frame last.
  const python = lines.findLast((line) => /^\s*File "|^\S+\.py:\d+: /.test(line));
  for (const line of python === undefined ? lines : [python]) {
    const match = shapes.map((shape) => shape.exec(line)).find(Boolean) ?? dartFrame.exec(line);
    if (match?.[1] !== undefined) return { file: match[1], line: Number(match[2]) };
  }
  return noPlace;
}

/** Java names the class and the bare file: together they make the path below a source root. */
function javaPlace(lines: readonly string[], owner: string): FailurePlace | null {
  for (const line of lines) {
    const [, method = '', file = '', number] = javaFrame.exec(line) ?? [];
    if (file === '' || (method !== owner && !method.startsWith(`${owner}$`))) continue;
    const folder = owner.split('.').slice(0, -1).join('/');
    return { file: folder === '' ? file : `${folder}/${file}`, line: Number(number) };
  }
  return null;
}

/** A line as an attribute or a member gives it; 0 and words are none. */
export function placeOf(file: string | null | undefined, line: string | number | null | undefined): FailurePlace {
  const number = Number(line ?? Number.NaN);
  const path = (file ?? '').trim().replace(/^file:\/\//, '');
  if (path === '') return noPlace;
  return { file: path.slice(0, 1000), line: Number.isInteger(number) && number > 0 && number <= 2 ** 31 - 1 ? number : null };
}
