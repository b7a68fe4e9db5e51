import type { Locale } from '../playbook/text-schema.ts';
import type { ScopeExclusion } from './scope-exclusion.ts';

interface CriterionWords {
  readonly scope: Readonly<Record<ScopeExclusion, string>>;
  readonly notYet: (block: string) => string;
  /** How it stands before it binds. */
  readonly already: string;
  readonly asOfNow: (reason: string) => string;
  readonly laterTarget: (target: string) => string;
}

/** Why a criterion is left out. */
export const criterionWords: Record<Locale, CriterionWords> = {
  en: {
    scope: {
      'scope.tier': 'Not asked of this tier',
      'scope.product': 'Not asked of this type of product',
      'scope.regulation': 'None of its regulations applies here',
      'scope.kind': 'There is no component of its kind',
    },
    notYet: (block) => `Not yet: it binds from ${block} on`,
    already: 'It already holds',
    asOfNow: (reason) => `As of now it would not hold: ${reason}`,
    laterTarget: (target) => `Belongs to a later target: ${target}`,
  },
  es: {
    scope: {
      'scope.tier': 'No se pide en este tier',
      'scope.product': 'No se pide en este tipo de producto',
      'scope.regulation': 'Aquí no aplica ninguna de sus regulaciones',
      'scope.kind': 'No hay ningún componente de su tipo',
    },
    notYet: (block) => `Aún no: obliga a partir de ${block}`,
    already: 'Ya se cumple',
    asOfNow: (reason) => `Por ahora no se cumpliría: ${reason}`,
    laterTarget: (target) => `Corresponde a una meta posterior: ${target}`,
  },
};
