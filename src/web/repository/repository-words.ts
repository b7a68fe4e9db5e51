import type { Locale } from '../../core/playbook/text-schema.ts';

export const repositoryViews = ['overview', 'executive', 'operations', 'model', 'compliance', 'playbook'] as const;
export type RepositoryView = (typeof repositoryViews)[number];

interface RepositoryWords {
  readonly portfolio: string;
  /** What the tabs are of. */
  readonly views: string;
  readonly view: Readonly<Record<RepositoryView, string>>;
  readonly unknown: string;
  readonly unknownText: string;
  readonly onGitHub: string;
}

/** What stands on every page of a repository. */
export const repositoryWords: Readonly<Record<Locale, RepositoryWords>> = {
  en: {
    portfolio: 'Portfolio',
    views: 'Views of the repository',
    view: { overview: 'Overview', executive: 'Executive', operations: 'Operations', model: 'Model', compliance: 'Compliance', playbook: 'Playbook' },
    unknown: 'Not judged yet',
    unknownText: 'Sprintgate has not judged the tip of the default branch yet. It does within minutes of the first push with a configuration that is in force.',
    onGitHub: 'On GitHub',
  },
  es: {
    portfolio: 'Portafolio',
    views: 'Vistas del repositorio',
    view: { overview: 'Resumen', executive: 'Dirección', operations: 'Operación', model: 'Modelo', compliance: 'Cumplimiento', playbook: 'Método' },
    unknown: 'Sin evaluar',
    unknownText: 'Sprintgate aún no evalúa la punta de la rama principal. Lo hace a los pocos minutos del primer push con una configuración en vigor.',
    onGitHub: 'En GitHub',
  },
};
