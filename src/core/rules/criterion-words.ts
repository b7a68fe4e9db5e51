import type { Locale } from '../playbook/text-schema.ts';
import type { ScopeExclusion } from './scope-exclusion.ts';

interface CriterionWords {
  readonly scope: Readonly<Record<ScopeExclusion, string>>;
  readonly notYet: (block: string) => string;
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
    laterTarget: (target) => `Corresponde a una meta posterior: ${target}`,
  },
};
