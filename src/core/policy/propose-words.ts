import type { Locale } from '../playbook/text-schema.ts';

/** The comments of a proposed configuration. */
export const proposeWords: Record<
  Locale,
  {
    readonly head: readonly string[];
    readonly locale: string;
    readonly tier: string;
    readonly product: (guess: string) => string;
    readonly schedule: readonly string[];
    readonly regulations: string;
    readonly components: (seen: boolean) => readonly string[];
    readonly authorities: (alone: boolean) => readonly string[];
    readonly enforce: (until: string) => readonly string[];
  }
> = {
  es: {
    head: [
      'Configuración de Sprintgate propuesta a partir de los archivos de este repositorio.',
      'Revise cada línea: nada entra en vigor hasta que este archivo esté en la rama principal.',
    ],
    locale: 'Idioma de los issues, las compuertas y los informes: es o en.',
    tier: 'Nivel de riesgo, de 1 (el más crítico) a 4. Se propone 2: confírmelo con su área de riesgos.',
    product: (guess) => `Tipo de producto: ml, genai o both. Por los nombres de los archivos parece ${guess}.`,
    schedule: ['Primer día del Sprint 0 y duración de cada sprint. Los días feriados recorren lo que sigue:', 'holidays: [2027-03-29..2027-04-02]'],
    regulations: 'Regulaciones que aplican, por ejemplo LFPDPPP o CNBV.',
    components: (seen) =>
      seen
        ? ['Partes del código, con el piso de cobertura que trae su tipo: ml-model 95, api 90,', 'data-pipeline 85, frontend 80, infrastructure 75.']
        : [
            'No se reconoció ningún componente. Describa al menos uno y quite el # de sus líneas;',
            'tipos: ml-model, api, data-pipeline, frontend, infrastructure.',
          ],
    authorities: (alone) => [
      'Quién firma cada checkpoint. Nadie firma su propio trabajo, y ningún bot firma.',
      ...(alone
        ? ['Este repositorio es de una persona: invite al menos a una más para que pueda firmar.']
        : ['Donde dice admin no se encontró un equipo: escriba { teams: [organización/equipo], count: 1 }.']),
    ],
    enforce: (until) => [`Durante las primeras dos semanas las compuertas avisan sin bloquear. Hacia el ${until} cambie warn por block.`],
  },
  en: {
    head: [
      'Sprintgate configuration, proposed from the files of this repository.',
      'Check every line: nothing is in force until this file is on the default branch.',
    ],
    locale: 'Language of issues, checks and reports: es or en.',
    tier: 'Risk tier, from 1 (most critical) to 4. 2 is a proposal: confirm it with your risk people.',
    product: (guess) => `Type of product: ml, genai or both. By the names of the files it looks like ${guess}.`,
    schedule: ['First day of Sprint 0 and length of a sprint. Holidays move what comes after them:', 'holidays: [2027-03-29..2027-04-02]'],
    regulations: 'Regulations that apply, such as LFPDPPP or CNBV.',
    components: (seen) =>
      seen
        ? ['Parts of the code, with the coverage floor that their kind brings: ml-model 95, api 90,', 'data-pipeline 85, frontend 80, infrastructure 75.']
        : [
            'No component was recognised. Describe at least one and remove the # from its lines;',
            'kinds: ml-model, api, data-pipeline, frontend, infrastructure.',
          ],
    authorities: (alone) => [
      'Who signs each checkpoint. Nobody signs their own work, and no bot signs at all.',
      ...(alone
        ? ['This repository belongs to one person: invite at least one more who can sign.']
        : ['Where it says admin no team was found: write { teams: [organisation/team], count: 1 }.']),
    ],
    enforce: (until) => [`For the first two weeks the gates warn without blocking. Around ${until} change warn to block.`],
  },
};
