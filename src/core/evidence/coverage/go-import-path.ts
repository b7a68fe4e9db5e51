/** A Go import path whose module lies in a folder of the repository: what is in common begins beside its `go.mod`. */
export function isBelowGoModule(known: ReadonlySet<string>, segments: readonly string[], found: readonly string[]): boolean {
  if (!isImportPath(segments)) return false;
  const common = found.findLastIndex((segment, index) => segment !== segments.at(index - found.length)) + 1;
  const folder = found.slice(0, common).join('/');
  return known.has(`${folder}/go.mod`) && (found.length - common > 1 || isModuleRoot(segments));
}

function isImportPath(segments: readonly string[]): boolean {
  return (segments.at(-1) ?? '').endsWith('.go') && /^[\w-]+(\.[\w-]+)+$/.test(segments[0] ?? '');
}

/** A Go import path of a file in the module's own folder: host, one or two names, perhaps a version, file. */
export function isModuleRoot(segments: readonly string[]): boolean {
  const names = segments.filter((segment) => !/^v\d+$/.test(segment)).length;
  return isImportPath(segments) && (names === 3 || names === 4);
}
