import type { Locale } from '../playbook/text-schema.ts';
import type { Actor } from '../report/problem-actor.ts';

export interface StandingWords {
  readonly ready: (percent: number, target: string, count: { readonly held: number; readonly of: number; readonly waived: number }) => string;
  readonly nothingBinds: string;
  readonly blocks: (count: number) => string;
  readonly nothingBlocks: string;
  readonly more: (count: number) => string;
  readonly actors: Readonly<Record<Actor, string>>;
  readonly next: (checkpoint: string, due: string, state: 'open' | 'late' | 'rejected') => string;
  readonly allSigned: string;
  readonly unknown: (what: string, why: string) => string;
  readonly notConfigured: string;
  readonly broken: string;
}

export const standingWords: Readonly<Record<Locale, StandingWords>> = {
  en: {
    ready: (percent, target, { held, of, waived }) =>
      `${percent} % ready for ${target}: ${held} of ${of} criteria that bind hold${waived === 0 ? '' : `, ${waived} of them waived`}`,
    nothingBinds: 'No criterion binds: nothing can be said to be ready.',
    blocks: (count) => `What blocks (${count}), worst first:`,
    nothingBlocks: 'Nothing blocks.',
    more: (count) => `… and ${count} more (--json has them all)`,
    actors: { team: 'the team', signer: 'whoever signs', configuration: 'whoever keeps the configuration' },
    next: (checkpoint, due, state) =>
      `Next checkpoint: ${checkpoint}, due ${due}${state === 'late' ? ', overdue' : ''}${state === 'rejected' ? ', rejected' : ''}`,
    allSigned: 'All checkpoints are signed.',
    unknown: (what, why) => `Not known: ${what} (${why}).`,
    notConfigured: 'The repository has no .github/sprintgate.yml.',
    broken: 'The configuration cannot be used, and no earlier one is known here; `sprintgate validate` says what is wrong.',
  },
  es: {
    ready: (percent, target, { held, of, waived }) =>
      `${percent} % listo para ${target}: se cumplen ${held} de ${of} criterios que obligan${waived === 0 ? '' : `, ${waived} de ellos con exención`}`,
    nothingBinds: 'Ningún criterio obliga: de nada puede decirse que esté listo.',
    blocks: (count) => `Lo que bloquea (${count}), primero lo peor:`,
    nothingBlocks: 'Nada bloquea.',
    more: (count) => `… y ${count} más (--json los tiene todos)`,
    actors: { team: 'el equipo', signer: 'quien firma', configuration: 'quien mantiene la configuración' },
    next: (checkpoint, due, state) =>
      `Próximo checkpoint: ${checkpoint}, vence el ${due}${state === 'late' ? ', atrasado' : ''}${state === 'rejected' ? ', rechazado' : ''}`,
    allSigned: 'Todos los checkpoints están firmados.',
    unknown: (what, why) => `No se conoce: ${what} (${why}).`,
    notConfigured: 'El repositorio no tiene .github/sprintgate.yml.',
    broken: 'La configuración no puede usarse y aquí no se conoce una anterior; `sprintgate validate` dice qué está mal.',
  },
};
