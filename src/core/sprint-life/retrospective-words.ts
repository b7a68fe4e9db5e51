import type { Locale } from '../playbook/text-schema.ts';

export interface RetrospectiveWords {
  readonly title: (sprint: number, focus: string) => string;
  readonly intro: (sprint: number, start: string, end: string) => string;
  readonly review: (issue: number) => string;
  readonly sections: readonly { readonly title: string; readonly hint: string }[];
  readonly actions: string;
  readonly action: string;
  readonly close: string;
}

export const retrospectiveWords: Readonly<Record<Locale, RetrospectiveWords>> = {
  en: {
    title: (sprint, focus) => `Retrospective of sprint ${sprint} · ${focus}`,
    intro: (sprint, start, end) => `Sprint ${sprint} went from ${start} to ${end}. Write in the comments, or above and below this text.`,
    review: (issue) => `What was done and what was not is in the sprint’s review on #${issue}.`,
    sections: [
      { title: 'What went well', hint: 'What should we keep doing?' },
      { title: 'What did not', hint: 'What cost time, or hurt coverage, quality or the model’s figures?' },
      { title: 'Estimates', hint: 'What was left open or came in after the commit, and why?' },
    ],
    actions: 'What changes',
    action: 'One line for each change: what, who, by when. Open an issue for each and give it a sprint’s milestone, else it is forgotten.',
    close: 'Close this issue when it was held.',
  },
  es: {
    title: (sprint, focus) => `Retrospectiva del sprint ${sprint} · ${focus}`,
    intro: (sprint, start, end) => `El sprint ${sprint} fue del ${start} al ${end}. Escriba en los comentarios, o antes y después de este texto.`,
    review: (issue) => `Lo que se terminó y lo que no está en la revisión del sprint, en #${issue}.`,
    sections: [
      { title: 'Qué salió bien', hint: '¿Qué conviene seguir haciendo?' },
      { title: 'Qué no salió bien', hint: '¿Qué costó tiempo, o afectó la cobertura, la calidad o las cifras del modelo?' },
      { title: 'Estimaciones', hint: '¿Qué quedó abierto o entró después del compromiso, y por qué?' },
    ],
    actions: 'Qué cambia',
    action: 'Una línea por cada cambio: qué, quién y para cuándo. Abra un issue para cada uno y asígnele el milestone de un sprint; de otro modo se olvida.',
    close: 'Cierre este issue cuando se haya llevado a cabo.',
  },
};
