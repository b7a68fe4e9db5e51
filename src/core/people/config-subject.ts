/** How a decision names the configuration that a pull request brings. */
export function configSubject(pull: number): string {
  return `config/${pull}`;
}
