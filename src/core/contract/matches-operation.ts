/** Whether an operation is the wanted one: the same method, and the same path below whatever prefix, such as a version. */
export function matchesOperation(wanted: string, { method, path }: { readonly method: string; readonly path: string }): boolean {
  const [verb = '', place = ''] = wanted.split(' ');
  const trimmed = path.length > 1 ? path.replace(/\/$/, '') : path;
  return method.toUpperCase() === verb.toUpperCase() && (trimmed === place || trimmed.endsWith(place));
}
