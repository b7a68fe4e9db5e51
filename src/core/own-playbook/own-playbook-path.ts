/** Whether a configuration names a file instead of a playbook by its name and version. */
export function isOwnReference(reference: string): boolean {
  return reference.startsWith('.');
}

/**
 * The path, in its repository, of the own playbook that `playbook:` names: a YAML file in `.github`, where a push to it is
 * noticed as one to the configuration is. Null for anything else.
 */
export function ownPlaybookPath(reference: string): string | null {
  const path = /^\.\/(\.github\/(?!workflows\/)[\w.-]+(?:\/[\w.-]+)*\.ya?ml)$/.exec(reference)?.[1];
  return path === undefined || path.split('/').some((step) => step === '.' || step === '..') ? null : path;
}
