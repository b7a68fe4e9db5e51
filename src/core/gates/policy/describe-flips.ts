import type { Locale } from '../../playbook/text-schema.ts';
import type { OpenPullFlips } from '../../policy/open-pull-flips.ts';
import { outcomeSigns } from '../../report/outcome-signs.ts';

// A reader wants to know whom it meets; the rest is a number.
const mostPulls = 10;

const words = {
  en: {
    judged: (judged: number, open: number) =>
      judged === open
        ? open === 1
          ? 'The other one was judged.'
          : `All ${open} others were judged.`
        : judged === 1
          ? `The latest of ${open} others was judged.`
          : `The latest ${judged} of ${open} others were judged.`,
    alone: 'No other is open.',
    none: 'None would come out otherwise.',
    flips: (list: string) => `Would come out otherwise: ${list}.`,
    more: (count: number) => `and ${count} more`,
    'needs-app': 'Not computed, for it needs the app’s memory. Ask for one with `sprintgate simulate --repo OWNER/NAME --pull N --with-config FILE`.',
    unreadable:
      'Not computed, for GitHub did not answer. `recheck` tries again; or ask for one with `sprintgate simulate --repo OWNER/NAME --pull N --with-config FILE`.',
  },
  es: {
    judged: (judged: number, open: number) =>
      judged === open
        ? open === 1
          ? 'Se evaluó el otro.'
          : `Se evaluaron los otros ${open}.`
        : judged === 1
          ? `Se evaluó el más reciente de otros ${open}.`
          : `Se evaluaron los ${judged} más recientes de otros ${open}.`,
    alone: 'No hay otro abierto.',
    none: 'Ninguno cambiaría de resultado.',
    flips: (list: string) => `Cambiarían de resultado: ${list}.`,
    more: (count: number) => `y ${count} más`,
    'needs-app':
      'No se calculó, pues requiere la memoria de la aplicación. Pregunte por uno con `sprintgate simulate --repo DUEÑO/NOMBRE --pull N --with-config ARCHIVO`.',
    unreadable:
      'No se calculó, pues GitHub no respondió. `recheck` lo intenta de nuevo; o pregunte por uno con `sprintgate simulate --repo DUEÑO/NOMBRE --pull N --with-config ARCHIVO`.',
  },
} as const;

/** In one line: how many open pull requests were judged under the proposed configuration, and which come out otherwise. */
export function describeFlips(flips: OpenPullFlips, locale: Locale): string {
  const say = words[locale];
  if (flips.kind === 'not-computed') return say[flips.why];
  if (flips.open === 0) return say.alone;
  const list = flips.pulls
    .slice(0, mostPulls)
    .map(({ pull, gates }) => `#${pull} (${gates.map(({ title, before, after }) => `${title} ${outcomeSigns[before]} → ${outcomeSigns[after]}`).join(', ')})`);
  const rest = flips.pulls.length - list.length;
  const told = flips.pulls.length === 0 ? say.none : say.flips([...list, ...(rest > 0 ? [say.more(rest)] : [])].join('; '));
  return `${say.judged(flips.judged, flips.open)} ${told}`;
}
