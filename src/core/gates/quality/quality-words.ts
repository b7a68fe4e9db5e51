import type { Locale } from '../../playbook/text-schema.ts';

interface QualityWords {
  readonly title: string;
  readonly pass: (held: number) => string;
  readonly off: (counts: { held: number; of: number }, worst: string, reason: string) => string;
  readonly brief: (counts: { held: number; of: number }) => string;
  readonly notYet: (block: string, count: number) => string;
  readonly nothingApplies: (count: number) => string;
  readonly empty: (gate: string) => string;
  readonly emptyNext: string;
}

export const qualityWords: Record<Locale, QualityWords> = {
  en: {
    title: 'Quality',
    pass: (held) => (held === 1 ? 'The only quality criterion that binds now holds' : `All ${held} quality criteria that bind now hold`),
    off: ({ held, of }, worst, reason) => `${held} of ${of} quality ${of === 1 ? 'criterion holds' : 'criteria hold'}. ${worst}: ${reason}`,
    brief: ({ held, of }) => `${held} of ${of} quality ${of === 1 ? 'criterion holds' : 'criteria hold'}`,
    notYet: (block, count) =>
      `${count === 1 ? 'The one quality criterion does not bind yet; it does' : `None of the ${count} quality criteria binds yet; the first does`} from ${block} on`,
    nothingApplies: (count) =>
      `${count === 1 ? 'The one quality criterion is not' : `None of the ${count} quality criteria is`} asked of this tier, product and set of components`,
    empty: (gate) => `The playbook has no criterion for the gate ${gate}`,
    emptyNext: 'Give the gate criteria in the playbook, or switch it off in `.github/sprintgate.yml`: `enforce: { quality: off }`',
  },
  es: {
    title: 'Calidad',
    pass: (held) => (held === 1 ? 'Se cumple el único criterio de calidad que obliga ahora' : `Se cumplen los ${held} criterios de calidad que obligan ahora`),
    off: ({ held, of }, worst, reason) =>
      `${held === 1 ? 'Se cumple' : 'Se cumplen'} ${held} de ${of} ${of === 1 ? 'criterio' : 'criterios'} de calidad. ${worst}: ${reason}`,
    brief: ({ held, of }) => `${held === 1 ? 'se cumple' : 'se cumplen'} ${held} de ${of} ${of === 1 ? 'criterio' : 'criterios'} de calidad`,
    notYet: (block, count) =>
      `${count === 1 ? 'El único criterio de calidad no obliga todavía; lo hará' : `Ninguno de los ${count} criterios de calidad obliga todavía; el primero,`} a partir de ${block}`,
    nothingApplies: (count) =>
      `${count === 1 ? 'El único criterio de calidad no se pide' : `Ninguno de los ${count} criterios de calidad se pide`} en este tier, producto y conjunto de componentes`,
    empty: (gate) => `El playbook no tiene ningún criterio para la compuerta ${gate}`,
    emptyNext: 'Dé criterios a la compuerta en el playbook o apáguela en `.github/sprintgate.yml`: `enforce: { quality: off }`',
  },
};
