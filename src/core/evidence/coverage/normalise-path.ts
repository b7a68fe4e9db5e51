// Installed packages and the machine's own libraries: a suffix of theirs may equal a file of the repository's by chance.
const foreign = /(^|\/)(node_modules|site-packages|dist-packages|\.cargo\/registry|pkg\/mod|\.m2|\.gradle|\.nuget)\//;

// Where operating systems and services keep what they install, without drive.
const system = /^\/(usr\/(local\/)?(lib|lib64|include|go)|opt\/hostedtoolcache|hostedtoolcache|Library|System|Program Files( \(x86\))?|nix\/store)\//;

/** A report's path with forward slashes, without scheme, drive, `./` and `..`; a leading `/` stays and means absolute. */
export function normalisePath(path: string): string {
  const local = fromUrl(path.trim()).replaceAll('\\', '/');
  const drive = /^[A-Za-z]:/.test(local);
  const plain = drive ? local.slice(2) : local;
  const absolute = drive || plain.startsWith('/');
  const segments: string[] = [];
  for (const segment of plain.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '..' || !absolute) segments.push(segment);
  }
  return (absolute ? '/' : '') + segments.join('/');
}

/** True for a file that a package manager or the machine brought. */
export function isForeignPath(path: string): boolean {
  return foreign.test(path) || system.test(path);
}

/** `file:` and webpack's URLs as plain paths; bundlers add a query to the modules that they split. */
function fromUrl(path: string): string {
  const bundled = /^webpack(?:-internal)?:\/\/[^/]*\/(.*)$/s.exec(path)?.[1];
  if (bundled !== undefined) return decoded(bundled.replace(/\?[^/]*$/, ''));
  if (!path.startsWith('file:')) return path;
  const rest = path.replace(/^file:\/\/localhost\//, '/').replace(/^file:\/*/, '/');
  return decoded(/^\/[A-Za-z]:/.test(rest) ? rest.slice(1) : rest);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
