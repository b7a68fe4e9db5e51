import type { GateKind } from '../../core/playbook/playbook-schema.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';

interface SetupWords {
  readonly title: string;
  readonly lead: string;
  readonly configure: string;
  readonly configureSteps: readonly string[];
  readonly enforce: string;
  readonly enforceLead: string;
  readonly choose: string;
  readonly gates: Readonly<Record<GateKind, string>>;
  readonly only: string;
  readonly branches: string;
  readonly branchesHelp: string;
  readonly download: string;
  readonly steps: readonly string[];
  readonly orCommand: string;
  readonly leaving: string;
  readonly other: string;
}

/** What an administrator reads after the installation. */
export const setupWords: Readonly<Record<Locale, SetupWords>> = {
  en: {
    title: 'Sprintgate is installed',
    lead: 'Two things are left to do. The first is a pull request, the second takes an administrator.',
    configure: '1. Configure it',
    configureSteps: [
      'Open the issue “Sprintgate” in your repository: it proposes a configuration.',
      'Bring it to the default branch as .github/sprintgate.yml, by a pull request.',
      'The issue then shows the plan, and whether the gates hold.',
    ],
    enforce: '2. Make the gates binding',
    enforceLead: 'GitHub merges past a red check until a ruleset requires it. Sprintgate does not ask for the right to change your rules, so you import one.',
    choose: 'Gates to require',
    gates: {
      coverage: 'Coverage',
      checkpoint: 'Checkpoints',
      quality: 'Quality',
      readiness: 'Readiness for release',
      policy: 'Configuration, hold and freeze',
    },
    only: 'Choose only gates that the configuration sets to “block”. A gate that is off never answers, and nothing could be merged.',
    branches: 'Branches',
    branchesHelp: 'One a line, as in main or release/**. Left empty: the default branch.',
    download: 'Download the ruleset',
    steps: [
      'In the repository or the organisation, open Settings → Rules → Rulesets → New ruleset → Import a ruleset.',
      'Choose the downloaded file and read what it says.',
      'For an organisation, choose the repositories that have Sprintgate, and no others.',
      'Set it to Active and create it.',
    ],
    orCommand: 'With your own token, one command does the same and looks up whether it holds:',
    leaving: 'Before you uninstall Sprintgate, delete the ruleset first. Else GitHub waits for checks that never come.',
    other: 'En español',
  },
  es: {
    title: 'Sprintgate está instalado',
    lead: 'Faltan dos cosas. La primera es un pull request; la segunda la hace un administrador.',
    configure: '1. Configúrelo',
    configureSteps: [
      'Abra el issue «Sprintgate» de su repositorio: propone una configuración.',
      'Llévela a la rama principal como .github/sprintgate.yml, con un pull request.',
      'El issue muestra entonces el plan y si los gates son obligatorios.',
    ],
    enforce: '2. Haga obligatorios los gates',
    enforceLead:
      'GitHub integra aunque un check esté en rojo, hasta que un ruleset lo exija. Sprintgate no pide permiso para cambiar sus reglas; usted importa el ruleset.',
    choose: 'Gates que se exigen',
    gates: {
      coverage: 'Cobertura',
      checkpoint: 'Checkpoints',
      quality: 'Calidad',
      readiness: 'Preparación para liberar',
      policy: 'Configuración, retención y congelamiento',
    },
    only: 'Elija solo los gates que la configuración pone en «block». Uno apagado nunca responde y no se podría integrar nada.',
    branches: 'Ramas',
    branchesHelp: 'Una por línea, como main o release/**. Si se deja vacío: la rama principal.',
    download: 'Descargar el ruleset',
    steps: [
      'En el repositorio o en la organización, abra Settings → Rules → Rulesets → New ruleset → Import a ruleset.',
      'Elija el archivo descargado y lea lo que dice.',
      'En una organización, elija los repositorios que tienen Sprintgate y ningún otro.',
      'Póngalo en Active y créelo.',
    ],
    orCommand: 'Con su propio token, un comando hace lo mismo y verifica si es obligatorio:',
    leaving: 'Antes de desinstalar Sprintgate, elimine primero el ruleset. Si no, GitHub espera checks que nunca llegan.',
    other: 'In English',
  },
};
