import type { RepositoryFacts } from '../snapshot/facts.ts';

// Servers and proxies commonly refuse request lines over 8 kB.
const longestLink = 7_500;

/**
 * A link that opens GitHub's editor with the file filled in: the person commits it, so the app needs no right to write
 * contents. If the text is too long for a link its comments are left out; null when even that does not fit.
 */
export function editorLink(repository: RepositoryFacts, file: string, text: string): string | null {
  const withoutComments = text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\n{2,}/g, '\n');
  return [text, withoutComments].map((value) => linkTo(repository, file, value)).find((link) => link.length <= longestLink) ?? null;
}

function linkTo(repository: RepositoryFacts, file: string, text: string): string {
  const branch = repository.defaultBranch.split('/').map(encodeURIComponent).join('/');
  return `${repository.htmlUrl}/new/${branch}?${new URLSearchParams({ filename: file, value: text })}`;
}
