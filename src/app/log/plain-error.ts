/** How deep causes are followed, and how many of several errors and lines of a stack are shown. */
const most = { deep: 4, errors: 5, lines: 12 };

/**
 * What may be said of an error: its name, code and message, where it was thrown and, of a failed request, method, address
 * and status; never headers, bodies, or what GitHub repeats of the text that it refused.
 */
export function plainError(error: unknown, deep = 0): object {
  if (!(error instanceof Error)) return { type: error === null ? 'null' : typeof error, message: typeof error === 'string' ? error : 'not an error' };
  const more = deep < most.deep;
  return {
    type: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    message: ownWords(error),
    ...requestOf(error),
    at: placesOf(error),
    ...(more && error instanceof AggregateError ? { errors: error.errors.slice(0, most.errors).map((each) => plainError(each, deep + 1)) } : {}),
    ...(more && error.cause !== undefined ? { cause: plainError(error.cause, deep + 1) } : {}),
  };
}

/** GitHub's reasons follow a colon as JSON, with the refused value in them: `Validation Failed: {"field":"title","value":"…"}`. */
function ownWords({ message }: Error): string {
  return message.replace(/:? *[{[]"[^]*$/, '').replace(/ - https:\/\/docs\.[^]*$/, '');
}

/** The places of a stack without its first lines, which repeat the message. */
function placesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, most.lines)
    .map((line) => line.trim().slice(3));
}

function requestOf(error: Error): object {
  if (!('status' in error) || !('request' in error)) return {};
  const request = (error.request ?? {}) as { readonly method?: unknown; readonly url?: unknown };
  const address = typeof request.url === 'string' ? request.url.replace(/[?#].*/s, '') : '';
  return { status: Number(error.status), request: `${String(request.method ?? '')} ${address}`.trim(), ...refusedFields(error) };
}

/** Which fields GitHub refused, by name; their values are what people wrote. */
function refusedFields(error: Error): object {
  const data = (error as { response?: { data?: { errors?: unknown } } }).response?.data;
  if (!Array.isArray(data?.errors)) return {};
  const names = data.errors.flatMap((each: unknown) => {
    const { resource, field, code } = (typeof each === 'object' && each !== null ? each : {}) as Record<string, unknown>;
    return typeof code === 'string' ? [[resource, field, code].filter((part) => typeof part === 'string').join('.')] : [];
  });
  return names.length > 0 ? { refused: names.slice(0, most.errors) } : {};
}
