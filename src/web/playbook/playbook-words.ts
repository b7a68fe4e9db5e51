import type { Locale } from '../../core/playbook/text-schema.ts';

export const playbookSections = ['plan', 'criteria', 'items', 'parameters'] as const;
export type PlaybookSection = (typeof playbookSections)[number];

interface PlaybookWords {
  readonly playbook: string;
  readonly sections: Readonly<Record<PlaybookSection, string>>;
  readonly blocks: string;
  readonly block: string;
  readonly sprints: string;
  readonly focus: string;
  readonly checkpoint: string;
  readonly criteria: string;
  readonly items: string;
  readonly checkpoints: string;
  readonly signs: string;
  readonly asks: string;
  readonly kinds: Readonly<Record<'review' | 'measurement', string>>;
  readonly kind: string;
  readonly floors: string;
  readonly component: string;
  readonly floor: string;
  readonly tests: string;
  readonly total: (strict: boolean, from: string) => string;
  readonly areas: string;
  readonly phases: string;
  readonly weeks: string;
  readonly figures: string;
  readonly targets: string;
  readonly title: string;
  readonly from: string;
  readonly target: string;
  readonly onlyFor: string;
  readonly everybody: string;
  readonly decided: string;
  readonly aloneWhy: string;
  readonly parameters: string;
  readonly parameter: string;
  readonly meaning: string;
  readonly value: string;
  readonly openValue: string;
  readonly yesNo: readonly [string, string];
  readonly category: string;
  readonly anyCategory: string;
  readonly show: string;
  readonly tier: (tier: number) => string;
  readonly pages: string;
  readonly page: (page: number, pages: number) => string;
  readonly before: string;
  readonly after: string;
}

export const playbookWords: Readonly<Record<Locale, PlaybookWords>> = {
  en: {
    playbook: 'Playbook',
    sections: { plan: 'Plan', criteria: 'Criteria', items: 'Items', parameters: 'Parameters' },
    blocks: 'Blocks and their sprints',
    block: 'Block',
    sprints: 'Sprints',
    focus: 'Focus',
    checkpoint: 'Checkpoint',
    criteria: 'Criteria',
    items: 'Items',
    checkpoints: 'Checkpoints',
    signs: 'Who signs',
    asks: 'Looks at',
    kinds: { review: 'review', measurement: 'measurement' },
    kind: 'Kind',
    floors: 'Coverage floors by component',
    component: 'Component',
    floor: 'Floor',
    tests: 'Tests',
    total: (strict, from) => `All components together (${strict ? 'above it' : 'at least'}), from ${from}`,
    areas: 'Rows of the readiness report',
    phases: 'Pilot phases',
    weeks: 'Weeks',
    figures: 'Figures',
    targets: 'What one can be ready for, earliest first',
    title: 'What must hold',
    from: 'From block',
    target: 'Target',
    onlyFor: 'Only for',
    everybody: 'everybody',
    decided: 'Decided by',
    aloneWhy: 'Why a person alone',
    parameters: 'Parameters',
    parameter: 'Parameter',
    meaning: 'Meaning',
    value: 'Value',
    openValue: 'open: the team sets it',
    yesNo: ['yes', 'no'],
    category: 'Category',
    anyCategory: 'All',
    show: 'Show',
    tier: (tier) => `Tier ${tier}`,
    pages: 'Pages',
    page: (page, pages) => `Page ${page} of ${pages}`,
    before: 'Previous',
    after: 'Next',
  },
  es: {
    playbook: 'Método',
    sections: { plan: 'Plan', criteria: 'Criterios', items: 'Elementos', parameters: 'Parámetros' },
    blocks: 'Bloques y sus sprints',
    block: 'Bloque',
    sprints: 'Sprints',
    focus: 'Enfoque',
    checkpoint: 'Checkpoint',
    criteria: 'Criterios',
    items: 'Elementos',
    checkpoints: 'Checkpoints',
    signs: 'Quién firma',
    asks: 'Revisa',
    kinds: { review: 'revisión', measurement: 'medición' },
    kind: 'Tipo',
    floors: 'Pisos de cobertura por componente',
    component: 'Componente',
    floor: 'Piso',
    tests: 'Pruebas',
    total: (strict, from) => `Todos los componentes juntos (${strict ? 'por encima' : 'al menos'}), desde ${from}`,
    areas: 'Filas del reporte de preparación',
    phases: 'Fases del piloto',
    weeks: 'Semanas',
    figures: 'Cifras',
    targets: 'Para qué se puede estar listo, de lo primero a lo último',
    title: 'Qué debe cumplirse',
    from: 'Desde el bloque',
    target: 'Meta',
    onlyFor: 'Solo para',
    everybody: 'todos',
    decided: 'Se decide por',
    aloneWhy: 'Por qué solo una persona',
    parameters: 'Parámetros',
    parameter: 'Parámetro',
    meaning: 'Significado',
    value: 'Valor',
    openValue: 'abierto: lo fija el equipo',
    yesNo: ['sí', 'no'],
    category: 'Categoría',
    anyCategory: 'Todas',
    show: 'Mostrar',
    tier: (tier) => `Tier ${tier}`,
    pages: 'Páginas',
    page: (page, pages) => `Página ${page} de ${pages}`,
    before: 'Anterior',
    after: 'Siguiente',
  },
};
