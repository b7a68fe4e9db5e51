/** How a decision names the pull request that it is about. */
export function pullSubject(number: number): string {
  return `pull/${number}`;
}
