import { configPath } from '../../core/policy/config-path.ts';
import type { ConfigProblem } from '../../core/policy/policy.ts';

type Words = NonNullable<ConfigProblem['messages']>;

/** The name under which the organisation's file is shown. */
export const organisationFile = `.github:${configPath}`;

const words = {
  gone: {
    en: 'the file is no longer on the default branch; put it back, or uninstall the app to end the gates.',
    es: 'el archivo ya no está en la rama principal; restáurelo, o desinstale la aplicación para terminar con las compuertas.',
  },
  unreadable: {
    en: 'GitHub does not let the app read the file; grant it the permission `contents: read`.',
    es: 'GitHub no deja que la aplicación lea el archivo; otórguele el permiso `contents: read`.',
  },
  organisationUnreadable: {
    en: 'GitHub does not let the app read the organisation’s file and no earlier version is known; grant it `contents: read` on the `.github` repository.',
    es: 'GitHub no deja que la aplicación lea el archivo de la organización y no se conoce una versión anterior; otórguele `contents: read` en el repositorio `.github`.',
  },
  organisationKept: {
    en: 'the organisation’s file cannot be read, and its last good version stays in force; let the app read the `.github` repository.',
    es: 'el archivo de la organización no se puede leer, y sigue en vigor su última versión válida; deje que la aplicación lea el repositorio `.github`.',
  },
  organisationGone: {
    en: 'the organisation’s file is not to be seen any more, and its last good version stays in force; put it back (an empty file asks for nothing), or let the app read the `.github` repository.',
    es: 'el archivo de la organización ya no se ve, y sigue en vigor su última versión válida; restáurelo (un archivo vacío no pide nada), o deje que la aplicación lea el repositorio `.github`.',
  },
} as const satisfies Record<string, Words>;

/** What is wrong with where a configuration stands, as opposed to what it says. */
export function placeProblem(file: string, what: keyof typeof words): ConfigProblem {
  return { file, line: 1, column: 1, path: '', message: words[what].en, messages: words[what] };
}
