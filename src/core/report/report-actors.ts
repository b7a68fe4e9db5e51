import type { Locale } from '../playbook/text-schema.ts';
import { isOpen } from './outcome-signs.ts';
import { type Actor, actors, problemActor } from './problem-actor.ts';
import type { ReportedCriterion } from './read-criteria.ts';

const words: Readonly<Record<Locale, { readonly title: string; readonly on: (who: string, count: number) => string } & Readonly<Record<Actor, string>>>> = {
  en: {
    title: 'Who acts',
    on: (who, count) => `**${who}** on ${count}`,
    team: 'the team',
    signer: 'whoever signs',
    configuration: 'whoever keeps the configuration',
  },
  es: {
    title: 'Quién actúa',
    on: (who, count) => `**${who}** en ${count}`,
    team: 'el equipo',
    signer: 'quien firma',
    configuration: 'quien mantiene la configuración',
  },
};

/** Who has to act on how many of what blocks, in one line; empty where nothing does. */
export function reportActors(criteria: readonly ReportedCriterion[], locale: Locale): string {
  const say = words[locale];
  const open = criteria.filter(({ binding, verdict }) => binding === 'binds' && isOpen(verdict.verdict));
  const byActor = Map.groupBy(open, ({ verdict }) => problemActor(verdict));
  const parts = actors.flatMap((actor) => {
    const own = byActor.get(actor);
    return own ? [say.on(say[actor], own.length)] : [];
  });
  return parts.length === 0 ? '' : `${say.title}: ${parts.join(' · ')}`;
}
