import type { Locale } from '../../core/playbook/text-schema.ts';

interface SimulateWords {
  readonly title: string;
  readonly text: string;
  readonly date: string;
  readonly milestone: string;
  readonly unchanged: string;
  readonly label: string;
  readonly labelHint: string;
  readonly approve: string;
  readonly attest: string;
  readonly waive: string;
  readonly several: string;
  readonly coverage: string;
  readonly coverageHint: string;
  readonly floor: (percent: string) => string;
  readonly more: (count: number) => string;
  readonly run: string;
  readonly result: string;
  readonly flips: string;
  readonly gate: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
  readonly what: string;
  readonly same: string;
  readonly nothing: string;
  readonly absent: string;
  readonly nothingAsked: string;
  readonly notes: Readonly<Record<'now' | 'decisions', string>>;
  readonly readAnew: (uploads: string) => string;
  readonly not: Readonly<Record<'gone' | 'slow' | 'busy', string>>;
  readonly upload: (name: string) => string;
  readonly impossible: string;
  readonly wrong: (what: string) => string;
}

export const simulateWords: Readonly<Record<Locale, SimulateWords>> = {
  en: {
    title: 'What if',
    text: 'Judges what this decision saw once more, with what you suppose. Nothing is written, here or on GitHub. As many people sign as each authority needs; a waiver is for 30 days.',
    date: 'On another day',
    milestone: 'Milestone',
    unchanged: 'as it is',
    label: 'Labels in addition',
    labelHint: 'separated by commas',
    approve: 'Checkpoints signed',
    attest: 'Criteria attested',
    waive: 'Criteria waived',
    several: 'several with Ctrl or ⌘',
    coverage: 'Coverage of a component, at least (%)',
    coverageHint: 'its changed lines alike; its reports have come, and no workflow is waited for',
    floor: (percent) => `floor ${percent} %`,
    more: (count) => `${count} more cannot be chosen here; \`sprintgate simulate\` takes all of them`,
    run: 'Judge',
    result: 'With what you suppose',
    flips: 'What flips',
    gate: 'Gate',
    before: 'Before',
    after: 'After',
    why: 'Why then',
    what: 'What',
    same: 'stays as it is',
    nothing: 'Nothing flips.',
    absent: 'not asked for',
    nothingAsked: 'Nothing was supposed yet.',
    notes: {
      now: 'Both sides are judged by the engine that runs now, with what was seen then.',
      decisions: 'Who had signed could not be read then: both sides suppose that nobody had.',
    },
    readAnew: (uploads) => `Read by newer readers since this was decided: ${uploads}.`,
    not: {
      gone: 'What was seen for this decision is not kept whole any more: it cannot be judged again.',
      slow: 'Judging took too long, and was stopped. `sprintgate simulate` has no such limit.',
      busy: 'Others are asking at this moment. Try again in a minute.',
    },
    upload: (name) => `The upload ${name} is not kept any more: without it nothing can be judged again.`,
    impossible: 'That cannot be supposed:',
    wrong: (what) => `This was not understood, and left out: ${what}`,
  },
  es: {
    title: 'Qué pasaría si',
    text: 'Evalúa una vez más lo que vio esta decisión, con lo que usted supone. Nada se escribe, ni aquí ni en GitHub. Firman tantas personas como necesita cada autoridad; una exención es por 30 días.',
    date: 'En otro día',
    milestone: 'Milestone',
    unchanged: 'como está',
    label: 'Etiquetas además',
    labelHint: 'separadas por comas',
    approve: 'Checkpoints firmados',
    attest: 'Criterios atestiguados',
    waive: 'Criterios exentos',
    several: 'varios con Ctrl o ⌘',
    coverage: 'Cobertura de un componente, al menos (%)',
    coverageHint: 'igual la de sus líneas cambiadas; sus reportes llegaron y no se espera a ningún workflow',
    floor: (percent) => `mínimo ${percent} %`,
    more: (count) => `${count} más no se pueden elegir aquí; \`sprintgate simulate\` los acepta todos`,
    run: 'Evaluar',
    result: 'Con lo que usted supone',
    flips: 'Qué cambia',
    gate: 'Compuerta',
    before: 'Antes',
    after: 'Después',
    why: 'Por qué entonces',
    what: 'Qué',
    same: 'sigue igual',
    nothing: 'Nada cambia.',
    absent: 'no se exige',
    nothingAsked: 'Aún no se supone nada.',
    notes: {
      now: 'Ambos lados los evalúa el motor que corre ahora, con lo que se vio entonces.',
      decisions: 'Entonces no se pudo leer quién había firmado: ambos lados suponen que nadie.',
    },
    readAnew: (uploads) => `Leídas de nuevo por lectores más recientes desde que se decidió: ${uploads}.`,
    not: {
      gone: 'Lo que se vio para esta decisión ya no se conserva completo: no se puede evaluar de nuevo.',
      slow: 'La evaluación tardó demasiado y se detuvo. `sprintgate simulate` no tiene ese límite.',
      busy: 'Otras personas preguntan en este momento. Inténtelo en un minuto.',
    },
    upload: (name) => `La carga ${name} ya no se conserva: sin ella no se puede evaluar de nuevo.`,
    impossible: 'Eso no se puede suponer:',
    wrong: (what) => `Esto no se entendió y se dejó fuera: ${what}`,
  },
};
