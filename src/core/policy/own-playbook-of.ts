import type { LoadedPlaybook } from '../playbook/parse-playbook.ts';
import type { Policy } from './policy.ts';

/** What a policy keeps of the repository's own playbook: enough to make it again. */
export function ownPlaybookOf({ own }: LoadedPlaybook): Pick<Policy, 'ownPlaybook'> {
  if (!own) return {};
  const { playbook } = own.base;
  return { ownPlaybook: { file: own.file, extends: `${playbook.id}@${playbook.version}`, text: own.text } };
}
