import type { Locale } from '../playbook/text-schema.ts';

export interface WarningWords {
  readonly tooLong: (weeks: number, range: string, profile: string) => string;
  readonly tooShort: (weeks: number, range: string, profile: string) => string;
  readonly pilotOnTop: (weeks: number) => string;
  readonly pastEnd: (end: string) => string;
  readonly profileTier: (profile: string, tiers: string) => string;
  readonly unsetParameters: (count: number, ids: string) => string;
  readonly nobodySigns: (count: number, checkpoints: string) => string;
  readonly tooManyChildren: (count: number) => string;
  readonly noComponents: string;
  readonly noComponentOf: (count: number, kinds: string) => string;
}

const es: WarningWords = {
  tooLong: (weeks, range, profile) => `El plan dura ${weeks} ${weeks === 1 ? 'semana' : 'semanas'}; el perfil «${profile}» del método promete ${range}.`,
  tooShort: (weeks, range, profile) =>
    `El plan dura ${weeks} ${weeks === 1 ? 'semana' : 'semanas'}, menos que las ${range} del perfil «${profile}» del método.`,
  pilotOnTop: (weeks) => `El piloto agrega ${weeks} ${weeks === 1 ? 'semana' : 'semanas'} que ningún perfil de duración cuenta.`,
  pastEnd: (end) => `Con el piloto, el plan termina el ${end}.`,
  profileTier: (profile, tiers) => `El perfil «${profile}» está pensado para tier ${tiers}; revise \`schedule.profile\` o \`tier\`.`,
  unsetParameters: (count, ids) =>
    `${count === 1 ? 'Falta fijar un parámetro' : `Faltan por fijar ${count} parámetros`} (${ids}); mientras tanto sus criterios no se pueden evaluar.`,
  nobodySigns: (count, checkpoints) =>
    `${count === 1 ? 'Un checkpoint no tiene' : `${count} checkpoints no tienen`} quien firme (${checkpoints}); escriba \`authorities\` en la configuración.`,
  tooManyChildren: (count) => `${count === 1 ? '1 issue queda' : `${count} issues quedan`} sin issue padre: GitHub admite 100 sub-issues por padre.`,
  noComponentOf: (count, kinds) =>
    `${count === 1 ? '1 criterio no aplica' : `${count} criterios no aplican`} porque no hay ningún componente de tipo ${kinds} en \`components\`.`,
  noComponents: 'No hay componentes configurados: la cobertura no se puede evaluar.',
};

const en: WarningWords = {
  tooLong: (weeks, range, profile) => `The plan takes ${weeks} ${weeks === 1 ? 'week' : 'weeks'}; the method's profile “${profile}” promises ${range}.`,
  tooShort: (weeks, range, profile) =>
    `The plan takes ${weeks} ${weeks === 1 ? 'week' : 'weeks'}, less than the ${range} of the method's profile “${profile}”.`,
  pilotOnTop: (weeks) => `The pilot adds ${weeks} ${weeks === 1 ? 'week' : 'weeks'} that no duration profile counts.`,
  pastEnd: (end) => `With the pilot, the plan ends on ${end}.`,
  profileTier: (profile, tiers) => `The profile “${profile}” is meant for tier ${tiers}; check \`schedule.profile\` or \`tier\`.`,
  unsetParameters: (count, ids) =>
    `${count === 1 ? 'One parameter is' : `${count} parameters are`} not set (${ids}); until then their criteria cannot be evaluated.`,
  nobodySigns: (count, checkpoints) =>
    `${count === 1 ? 'One checkpoint has' : `${count} checkpoints have`} nobody who signs (${checkpoints}); write \`authorities\` in the config.`,
  tooManyChildren: (count) => `${count === 1 ? '1 issue stays' : `${count} issues stay`} without a parent: GitHub takes 100 sub-issues a parent.`,
  noComponentOf: (count, kinds) =>
    `${count === 1 ? '1 criterion does' : `${count} criteria do`} not apply because no component of kind ${kinds} is configured in \`components\`.`,
  noComponents: 'No components are configured: coverage cannot be evaluated.',
};

const words: Record<Locale, WarningWords> = { es, en };

/** The wording of what a plan warns of. */
export function warningWords(locale: Locale): WarningWords {
  return words[locale];
}
