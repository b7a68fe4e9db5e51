import type { LoadPlaybook } from '../../engine/load-playbook.ts';
import { extendPlaybook } from '../../core/own-playbook/extend-playbook.ts';
import type { LoadedPlaybook } from '../../core/playbook/parse-playbook.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Database } from '../../store/database.ts';
import { findPolicy } from '../../store/ledger/find-policy.ts';

type Content = Omit<Policy, 'digest' | 'text' | 'origins'>;

/** Of so many repositories; one is some 100 kB. */
const most = 100;

/** Policies by their digest, with the words of a language. What was read once is kept: a digest's content never changes. */
export function policyReader(db: Database, loadPlaybook: LoadPlaybook): (digest: string, locale: Locale) => Promise<Policy | null> {
  const known = new Map<string, Record<Locale, Policy>>();
  return async (digest, locale) => {
    const kept = known.get(digest);
    if (kept) return kept[locale];
    const content = await findPolicy(db, digest);
    if (content === null) return null;
    const policy = JSON.parse(content) as Content;
    const loaded = await loadedOf(policy, loadPlaybook).catch(() => null);
    // A playbook that this server no longer has: its words are gone, and ids stand for them.
    if (loaded === null) return null;
    const { es, en } = loaded.texts;
    const both = { es: { ...policy, digest, locale: 'es', text: es, origins: {} }, en: { ...policy, digest, locale: 'en', text: en, origins: {} } } as const;
    known.set(digest, both);
    for (const oldest of [...known.keys()].slice(0, -most)) known.delete(oldest);
    return both[locale];
  };
}

async function loadedOf({ ownPlaybook, playbook }: Content, loadPlaybook: LoadPlaybook): Promise<LoadedPlaybook> {
  if (ownPlaybook === undefined) return loadPlaybook(`${playbook.id}@${playbook.version}`);
  const base = await loadPlaybook(ownPlaybook.extends);
  return extendPlaybook({ base, file: ownPlaybook.file, text: ownPlaybook.text }).loaded ?? base;
}
