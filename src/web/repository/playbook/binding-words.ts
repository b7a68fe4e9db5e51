import type { Locale } from '../../../core/playbook/text-schema.ts';

interface BindingWords {
  readonly title: string;
  readonly lead: (playbook: string) => string;
  readonly whole: string;
  readonly for: string;
  readonly blocks: string;
  readonly dates: string;
  readonly now: string;
  readonly past: string;
  readonly ahead: string;
  readonly when: string;
  readonly here: string;
  readonly asks: (count: number) => string;
  readonly ofBlock: (title: string) => string;
  readonly nothing: string;
  readonly items: (count: number) => string;
  readonly notHere: (count: number) => string;
  readonly floors: string;
  readonly kept: string;
  readonly open: string;
  readonly openText: string;
  readonly allSet: string;
  readonly more: (count: number) => string;
  readonly noPolicy: string;
}

export const bindingWords: Readonly<Record<Locale, BindingWords>> = {
  en: {
    title: 'What binds, and when',
    lead: (playbook) => `What ${playbook} asks of this repository, by its tier, product, regulations and components. A criterion binds from its block on.`,
    whole: 'The whole playbook',
    for: 'For',
    blocks: 'Blocks',
    dates: 'Dates',
    now: 'now',
    past: 'over',
    ahead: 'ahead',
    when: 'When',
    here: 'Asked here',
    asks: (count) => (count === 1 ? '1 criterion' : `${count} criteria`),
    ofBlock: (title) => `From this block on: ${title}`,
    nothing: 'Nothing more is asked from this block on.',
    items: (count) => `Items of the plan in this block (${count})`,
    notHere: (count) => `Criteria of this block that do not apply here (${count})`,
    floors: 'Coverage floors of the components',
    kept: 'configured',
    open: 'Parameters that the team has yet to set',
    openText: 'Until then their criteria cannot be evaluated, and so cannot hold.',
    allSet: 'All parameters that criteria read are set.',
    more: (count) => `and ${count} more`,
    noPolicy: 'The policy that judged this repository is not kept here; it is after the next judgement.',
  },
  es: {
    title: 'Qué obliga y cuándo',
    lead: (playbook) =>
      `Lo que ${playbook} pide a este repositorio por su tier, producto, regulaciones y componentes. Un criterio obliga desde su bloque en adelante.`,
    whole: 'El método completo',
    for: 'Para',
    blocks: 'Bloques',
    dates: 'Fechas',
    now: 'ahora',
    past: 'pasado',
    ahead: 'por venir',
    when: 'Cuándo',
    here: 'Se pide aquí',
    asks: (count) => (count === 1 ? '1 criterio' : `${count} criterios`),
    ofBlock: (title) => `Desde este bloque: ${title}`,
    nothing: 'Desde este bloque no se pide nada más.',
    items: (count) => `Elementos del plan en este bloque (${count})`,
    notHere: (count) => `Criterios de este bloque que no aplican aquí (${count})`,
    floors: 'Pisos de cobertura de los componentes',
    kept: 'configurado',
    open: 'Parámetros que el equipo aún debe fijar',
    openText: 'Mientras tanto sus criterios no se pueden evaluar y, por tanto, no se cumplen.',
    allSet: 'Todos los parámetros que leen los criterios están fijados.',
    more: (count) => `y ${count} más`,
    noPolicy: 'La política que evaluó este repositorio no se conserva aquí; lo hará tras la próxima evaluación.',
  },
};
