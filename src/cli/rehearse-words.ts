import type { Locale } from '../core/playbook/text-schema.ts';

interface RehearseWords {
  readonly opening: string;
  readonly seeding: string;
  readonly gateOff: string;
  readonly clean: (requests: number) => string;
  readonly unclean: string;
  readonly pages: string;
  readonly closing: string;
}

/** What the rehearsal says besides the story. */
export const rehearseWords: Readonly<Record<Locale, RehearseWords>> = {
  en: {
    opening:
      'No GitHub App is configured, so this is a rehearsal: an embedded GitHub, the real app, nothing leaves this machine.\nThe embedded database is prepared first, which takes up to ten seconds.\n',
    seeding: 'Creating the backlog',
    gateOff: 'no check: the configuration switches this gate off',
    clean: (requests) => `All ${requests} requests to GitHub fit its published description.`,
    unclean: 'This is a bug of Sprintgate, please report it: it asked what GitHub would not know.',
    pages: 'What Sprintgate shows itself: portfolio and repositories.',
    closing: 'Look around; Ctrl-C ends it.',
  },
  es: {
    opening:
      'No hay una GitHub App configurada, así que esto es un ensayo: un GitHub embebido, la app real, nada sale de esta máquina.\nPrimero se prepara la base de datos embebida; toma hasta diez segundos.\n',
    seeding: 'Se crea el backlog',
    gateOff: 'sin check: la configuración apaga esta compuerta',
    clean: (requests) => `Las ${requests} solicitudes a GitHub caben en su descripción publicada.`,
    unclean: 'Esto es un error de Sprintgate, repórtelo por favor: pidió algo que GitHub no conoce.',
    pages: 'Lo que muestra Sprintgate mismo: portafolio y repositorios.',
    closing: 'Explore; termina con Ctrl-C.',
  },
};
