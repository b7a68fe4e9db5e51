import type { Locale } from '../playbook/text-schema.ts';

interface TroubleWords {
  readonly title: string;
  readonly why: string;
  readonly error: string;
  readonly trying: string;
  readonly givenUp: string;
  readonly recheck: string;
  readonly operator: (key: string) => string;
  readonly deployment: (error: string) => string;
}

/** What people read where Sprintgate itself fails at a commit. */
export const troubleWords: Readonly<Record<Locale, TroubleWords>> = {
  en: {
    title: 'Cannot be evaluated: Sprintgate failed at this commit several times',
    why: 'Sprintgate tried several times to look at this commit and could not finish. Whether it passes is not known, so it does not pass.',
    error: 'The error',
    trying: 'There is nothing to do at first: Sprintgate goes on trying for about an hour, and replaces this result as soon as it succeeds.',
    givenUp: 'Sprintgate has stopped trying by itself. It looks again within the hour, and at once when you press **Re-run** here or push a commit.',
    recheck: 'If this stays: press **Re-run** on this check, or push a commit.',
    operator: (key) => `If that does not help, whoever operates Sprintgate finds it with \`sprintgate jobs dead\` under ${key}, and in the log.`,
    deployment: (error) =>
      `Sprintgate tried several times to judge this deployment and could not finish (${error}). It goes on trying. If this stays, whoever operates Sprintgate finds the reason with \`sprintgate jobs dead\`.`,
  },
  es: {
    title: 'No se puede evaluar: Sprintgate falló varias veces con este commit',
    why: 'Sprintgate intentó varias veces revisar este commit y no pudo terminar. No se sabe si pasa; por lo tanto, no pasa.',
    error: 'El error',
    trying: 'Por ahora no tiene que hacer nada: Sprintgate lo sigue intentando durante cerca de una hora y sustituye este resultado en cuanto lo logra.',
    givenUp:
      'Sprintgate dejó de intentarlo por sí mismo. Vuelve a revisarlo dentro de una hora, o de inmediato si usted pulsa **Re-run** aquí o sube un commit.',
    recheck: 'Si esto persiste, pulse **Re-run** en este check o suba un commit.',
    operator: (key) => `Si no basta, quien opera Sprintgate lo encuentra con \`sprintgate jobs dead\` bajo ${key} y en la bitácora.`,
    deployment: (error) =>
      `Sprintgate intentó varias veces evaluar este despliegue y no pudo terminar (${error}). Lo sigue intentando. Si esto persiste, quien opera Sprintgate encuentra el motivo con \`sprintgate jobs dead\`.`,
  },
};
