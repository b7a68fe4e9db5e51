import type { Locale } from '../../playbook/text-schema.ts';

interface ReadinessWords {
  readonly title: string;
  /** `branches` is empty where any base will do. */
  /** Of the title: what a reader of the checks list has to know. */
  readonly brief: (counts: { readonly held: number; readonly of: number }, target: string) => string;
  readonly briefNotRelease: string;
  readonly notRelease: (release: { readonly branches: readonly string[]; readonly heads: readonly string[]; readonly labels: readonly string[] }) => string;
  readonly pass: (held: number, target: string, waived: number) => string;
  readonly off: (counts: { held: number; of: number }, target: string, percent: number) => string;
  /** Title of a release unit; null: of the components that no unit holds. */
  readonly unit: (id: string | null) => string;
  readonly units: (parts: readonly string[]) => string;
  readonly nothingBinds: (target: string) => string;
  readonly nothingBindsNext: string;
  readonly category: (held: number, of: number) => string;
  readonly notYet: string;
  readonly notYetReason: (count: number) => string;
  readonly laterTarget: string;
  readonly laterTargetReason: (count: number) => string;
  readonly outOfScope: string;
  readonly outOfScopeReason: (count: number) => string;
}

export const readinessWords: Record<Locale, ReadinessWords> = {
  en: {
    title: 'Readiness',
    brief: ({ held, of }, target) => `${held} of ${of} ${of === 1 ? 'criterion holds' : 'criteria hold'} for ${target}`,
    briefNotRelease: 'this is not a release',
    notRelease: ({ branches, heads, labels }) => {
      const marks = [...(heads.length > 0 ? [`from ${heads.join(' or ')}`] : []), ...(labels.length > 0 ? [`labelled ${labels.join(' or ')}`] : [])];
      return marks.length === 0
        ? 'Not a release'
        : `Not a release: it would be ${marks.join(' or ')}${branches.length > 0 ? `, into ${branches.join(' or ')}` : ''}`;
    },
    pass: (held, target, waived) =>
      `Ready for ${target}: ${held === 1 ? 'the one binding criterion holds' : `all ${held} binding criteria hold`}${waived > 0 ? `, ${waived} of them by waiver` : ''}`,
    off: ({ held, of }, target, percent) =>
      `Not ready for ${target}: ${held} of ${of} binding ${of === 1 ? 'criterion holds' : 'criteria hold'} (${percent} %)`,
    unit: (id) => (id === null ? 'Components of no release unit' : `Release unit ${id}`),
    units: (parts) => `Judged by release unit: ${parts.join('; ')}`,
    nothingBinds: (target) => `No criterion binds for ${target}, so nothing shows that it is ready`,
    nothingBindsNext: 'Check tier, product and schedule in `.github/sprintgate.yml`: a release is asked of criteria that bind by then.',
    category: (held, of) => `${held} of ${of} ${of === 1 ? 'holds' : 'hold'}`,
    notYet: 'Not yet',
    notYetReason: (count) => `${count === 1 ? '1 criterion binds' : `${count} criteria bind`} in later blocks`,
    laterTarget: 'Later targets',
    laterTargetReason: (count) => `${count === 1 ? '1 criterion belongs' : `${count} criteria belong`} to later targets`,
    outOfScope: 'Does not apply here',
    outOfScopeReason: (count) => `${count === 1 ? '1 criterion is' : `${count} criteria are`} not asked of this tier, product, regulation or set of components`,
  },
  es: {
    title: 'Preparación',
    brief: ({ held, of }, target) => `${held === 1 ? 'se cumple' : 'se cumplen'} ${held} de ${of} ${of === 1 ? 'criterio' : 'criterios'} para ${target}`,
    briefNotRelease: 'no es una liberación',
    notRelease: ({ branches, heads, labels }) => {
      const marks = [...(heads.length > 0 ? [`desde ${heads.join(' o ')}`] : []), ...(labels.length > 0 ? [`con la etiqueta ${labels.join(' o ')}`] : [])];
      return marks.length === 0
        ? 'No es una liberación'
        : `No es una liberación: lo sería ${marks.join(' o ')}${branches.length > 0 ? `, hacia ${branches.join(' o ')}` : ''}`;
    },
    pass: (held, target, waived) =>
      `Listo para ${target}: ${held === 1 ? 'se cumple el único criterio que obliga' : `se cumplen los ${held} criterios que obligan`}${waived > 0 ? `, ${waived} de ellos por exención` : ''}`,
    off: ({ held, of }, target, percent) =>
      `No está listo para ${target}: ${held === 1 ? 'se cumple' : 'se cumplen'} ${held} de ${of} ${of === 1 ? 'criterio que obliga' : 'criterios que obligan'} (${percent} %)`,
    unit: (id) => (id === null ? 'Componentes sin unidad de liberación' : `Unidad de liberación ${id}`),
    units: (parts) => `Por unidad de liberación: ${parts.join('; ')}`,
    nothingBinds: (target) => `Ningún criterio obliga para ${target}, así que nada demuestra que esté listo`,
    nothingBindsNext: 'Revise tier, producto y calendario en `.github/sprintgate.yml`: a una liberación se le piden los criterios que ya obligan.',
    category: (held, of) => `${held === 1 ? 'Se cumple' : 'Se cumplen'} ${held} de ${of}`,
    notYet: 'Aún no',
    notYetReason: (count) => `${count === 1 ? '1 criterio obliga' : `${count} criterios obligan`} en bloques posteriores`,
    laterTarget: 'Metas posteriores',
    laterTargetReason: (count) => `${count === 1 ? '1 criterio corresponde' : `${count} criterios corresponden`} a metas posteriores`,
    outOfScope: 'No aplica aquí',
    outOfScopeReason: (count) =>
      `${count === 1 ? '1 criterio no se pide' : `${count} criterios no se piden`} en este tier, producto, regulación o conjunto de componentes`,
  },
};
