import type { Locale } from '../../core/playbook/text-schema.ts';
import type { PortfolioOrder, PortfolioState } from './portfolio-query.ts';

interface PortfolioWords {
  readonly title: string;
  readonly none: string;
  readonly nothing: string;
  readonly lead: string;
  readonly signIn: string;
  readonly search: string;
  readonly owner: string;
  readonly allOwners: string;
  readonly state: string;
  readonly states: Readonly<Record<PortfolioState, string>>;
  readonly order: string;
  readonly orders: Readonly<Record<PortfolioOrder, string>>;
  readonly show: string;
  readonly repository: string;
  readonly stage: string;
  readonly sprint: (sprint: number) => string;
  readonly readiness: string;
  readonly worst: string;
  readonly blocks: (count: number) => string;
  readonly trend: string;
  readonly due: string;
  readonly unknown: string;
  readonly count: (count: number) => string;
  readonly pages: string;
  readonly page: (page: number, pages: number) => string;
  readonly before: string;
  readonly after: string;
}

export const portfolioWords: Readonly<Record<Locale, PortfolioWords>> = {
  en: {
    title: 'Portfolio',
    none: 'There is no repository with Sprintgate on which GitHub gives you a role.',
    nothing: 'No repository fits.',
    lead: 'Sprint-gated delivery for GitHub: stage, readiness and evidence of every repository.',
    signIn: 'Sign in with GitHub',
    search: 'Search',
    owner: 'Organisation',
    allOwners: 'All',
    state: 'State',
    states: { all: 'All', blocked: 'Blocked', ready: 'Ready', unknown: 'Not judged yet' },
    order: 'Order',
    orders: { name: 'Name', readiness: 'Least ready', blockers: 'Most that blocks', sprint: 'Furthest sprint', trend: 'Falling most', due: 'Next checkpoint' },
    show: 'Show',
    repository: 'Repository',
    stage: 'Stage',
    sprint: (sprint) => `Sprint ${sprint}`,
    readiness: 'Readiness',
    worst: 'Worst blocker',
    blocks: (count) => (count === 1 ? '1 blocks' : `${count} block`),
    trend: 'Trend',
    due: 'Next checkpoint',
    unknown: 'not judged yet',
    count: (count) => (count === 1 ? '1 repository' : `${count} repositories`),
    pages: 'Pages',
    page: (page, pages) => `Page ${page} of ${pages}`,
    before: 'Previous',
    after: 'Next',
  },
  es: {
    title: 'Portafolio',
    none: 'No hay ningún repositorio con Sprintgate en el que GitHub le dé un rol.',
    nothing: 'Ningún repositorio coincide.',
    lead: 'Entrega por sprints con checkpoints en GitHub: etapa, preparación y evidencia de cada repositorio.',
    signIn: 'Iniciar sesión con GitHub',
    search: 'Buscar',
    owner: 'Organización',
    allOwners: 'Todas',
    state: 'Estado',
    states: { all: 'Todos', blocked: 'Bloqueado', ready: 'Listo', unknown: 'Sin evaluar' },
    order: 'Orden',
    orders: {
      name: 'Nombre',
      readiness: 'Menos preparado',
      blockers: 'Más bloqueos',
      sprint: 'Sprint más avanzado',
      trend: 'Mayor descenso',
      due: 'Próximo checkpoint',
    },
    show: 'Mostrar',
    repository: 'Repositorio',
    stage: 'Etapa',
    sprint: (sprint) => `Sprint ${sprint}`,
    readiness: 'Preparación',
    worst: 'Peor bloqueo',
    blocks: (count) => (count === 1 ? '1 bloquea' : `${count} bloquean`),
    trend: 'Tendencia',
    due: 'Próximo checkpoint',
    unknown: 'sin evaluar',
    count: (count) => (count === 1 ? '1 repositorio' : `${count} repositorios`),
    pages: 'Páginas',
    page: (page, pages) => `Página ${page} de ${pages}`,
    before: 'Anterior',
    after: 'Siguiente',
  },
};
