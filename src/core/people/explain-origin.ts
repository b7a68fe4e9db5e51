import type { Locale } from '../playbook/text-schema.ts';
import type { ConfigLayer, Policy } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';

const most = 30;

const layers: Readonly<Record<Locale, Readonly<Record<ConfigLayer, string>>>> = {
  en: { playbook: 'the playbook', organisation: 'the organisation’s file', repository: 'this repository’s file' },
  es: { playbook: 'el playbook', organisation: 'el archivo de la organización', repository: 'el archivo de este repositorio' },
};
const locked: Readonly<Record<Locale, string>> = { en: 'locked by the organisation', es: 'bloqueado por la organización' };

/** Where the values at or below a path of the configuration come from, as a list; null when there is no such path. */
export function explainOrigin(policy: Policy, asked: string): string | null {
  const below = (path: string, above: string) => path === above || path.startsWith(`${above}.`);
  const found = Object.entries(policy.origins)
    .filter(([path]) => below(path, asked))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (found.length === 0) return null;
  const lines = found.slice(0, most).map(([path, layer]) => {
    const isLocked = policy.locked?.some((lock) => below(path, lock) || below(lock, path)) ?? false;
    return `- ${inlineCode(path)}: ${layers[policy.locale][layer]}${isLocked ? ` (${locked[policy.locale]})` : ''}`;
  });
  return [...lines, ...(found.length > most ? [`- … +${found.length - most}`] : [])].join('\n');
}
