import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Theme } from './theme.ts';

interface ErrorWords {
  readonly title: string;
  readonly text: string;
}

interface ShellWords {
  readonly skip: string;
  readonly site: string;
  readonly portfolio: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly rehearsal: string;
  readonly language: string;
  readonly other: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly errors: Readonly<Record<'notFound' | 'failed' | 'refused' | 'githubAway' | 'databaseAway', ErrorWords>>;
  readonly home: string;
}

/** What stands on every page. */
export const shellWords: Readonly<Record<Locale, ShellWords>> = {
  en: {
    skip: 'Skip to content',
    site: 'Site',
    portfolio: 'Portfolio',
    signIn: 'Sign in',
    signOut: 'Sign out',
    rehearsal: 'rehearsal on this machine',
    language: 'Language',
    other: 'Español',
    theme: 'Theme',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    errors: {
      notFound: { title: 'There is nothing here', text: 'The address leads nowhere, or GitHub does not let you read the repository.' },
      failed: { title: 'Something went wrong', text: 'The server has noted it. Try again; if it stays, tell whoever runs Sprintgate the time.' },
      refused: {
        title: 'The form was not accepted',
        text: 'It came from another page, or it was open for too long. Go back, reload the page and send it again.',
      },
      githubAway: {
        title: 'GitHub does not answer',
        text: 'Who may look at a repository is asked of GitHub, and it does not say now. Try again in a minute; nothing is lost.',
      },
      databaseAway: { title: 'The database does not answer', text: 'Webhooks and checks go on as soon as it is back. Try again in a minute.' },
    },
    home: 'To the portfolio',
  },
  es: {
    skip: 'Ir al contenido',
    site: 'Sitio',
    portfolio: 'Portafolio',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    rehearsal: 'ensayo en este equipo',
    language: 'Idioma',
    other: 'English',
    theme: 'Tema',
    themes: { auto: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    errors: {
      notFound: { title: 'Aquí no hay nada', text: 'La dirección no lleva a ninguna parte, o GitHub no le permite leer el repositorio.' },
      failed: { title: 'Algo salió mal', text: 'El servidor tomó nota. Inténtelo de nuevo; si persiste, indique la hora a quien opera Sprintgate.' },
      refused: {
        title: 'El formulario no fue aceptado',
        text: 'Vino de otra página o estuvo abierto demasiado tiempo. Regrese, recargue la página y envíelo de nuevo.',
      },
      githubAway: {
        title: 'GitHub no responde',
        text: 'Se pregunta a GitHub quién puede ver un repositorio, y ahora no lo dice. Inténtelo en un minuto; nada se pierde.',
      },
      databaseAway: { title: 'La base de datos no responde', text: 'Los webhooks y los checks siguen en cuanto regrese. Inténtelo en un minuto.' },
    },
    home: 'Al portafolio',
  },
};
