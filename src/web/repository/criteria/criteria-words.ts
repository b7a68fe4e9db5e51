import type { Locale } from '../../../core/playbook/text-schema.ts';
import type { Binding } from '../../../core/rules/evaluate-criteria.ts';
import type { CriterionState } from './criteria-query.ts';

interface CriteriaWords {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly state: string;
  readonly states: Readonly<Record<CriterionState, string>>;
  readonly actor: string;
  readonly anybody: string;
  readonly area: string;
  readonly everywhere: string;
  readonly show: string;
  readonly count: (count: number) => string;
  readonly binding: Readonly<Record<Exclude<Binding, 'binds'>, string>>;
  readonly decided: string;
  readonly waivedBy: (login: string) => string;
  readonly pages: string;
  readonly page: (page: number, pages: number) => string;
  readonly before: string;
  readonly after: string;
}

export const criteriaWords: Readonly<Record<Locale, CriteriaWords>> = {
  en: {
    title: 'Criteria and their explanations',
    lead: 'Each criterion as it was judged at the tip of the default branch: what it asks for, what was seen, and what would turn it green.',
    search: 'Search',
    state: 'State',
    states: { all: 'All', open: 'Blocks', held: 'Holds', waived: 'Waived', later: 'Later, or not here' },
    actor: 'Who acts',
    anybody: 'Anybody',
    area: 'Area',
    everywhere: 'All',
    show: 'Show',
    count: (count) => (count === 1 ? '1 criterion' : `${count} criteria`),
    binding: { 'not-yet': 'binds from a later block', 'later-target': 'binds for a later target', 'not-applicable': 'does not apply here' },
    decided: 'Decided by',
    waivedBy: (login) => `waived by @${login} until`,
    pages: 'Pages',
    page: (page, pages) => `Page ${page} of ${pages}`,
    before: 'Previous',
    after: 'Next',
  },
  es: {
    title: 'Criterios y sus explicaciones',
    lead: 'Cada criterio como se evaluó en la punta de la rama principal: qué pide, qué se vio y qué lo pondría en verde.',
    search: 'Buscar',
    state: 'Estado',
    states: { all: 'Todos', open: 'Bloquea', held: 'Se cumple', waived: 'Con exención', later: 'Más adelante o no aplica' },
    actor: 'Quién actúa',
    anybody: 'Cualquiera',
    area: 'Área',
    everywhere: 'Todas',
    show: 'Mostrar',
    count: (count) => (count === 1 ? '1 criterio' : `${count} criterios`),
    binding: { 'not-yet': 'obliga desde un bloque posterior', 'later-target': 'obliga para una meta posterior', 'not-applicable': 'no aplica aquí' },
    decided: 'Se decide por',
    waivedBy: (login) => `con exención de @${login} hasta el`,
    pages: 'Páginas',
    page: (page, pages) => `Página ${page} de ${pages}`,
    before: 'Anterior',
    after: 'Siguiente',
  },
};
