import { loadFolderOfPlaybooks } from './load-playbook.ts';

/** The playbooks of an operator's folder by which a merge can end a sign-off for all who use them, e.g. `ours@1`. */
export async function voidingPlaybooks(folder: string | null): Promise<readonly string[]> {
  if (folder === null) return [];
  const loaded = await loadFolderOfPlaybooks(folder);
  return loaded.filter(({ playbook }) => JSON.stringify(playbook).includes('on-merge')).map(({ playbook }) => `${playbook.id}@${playbook.version}`);
}
