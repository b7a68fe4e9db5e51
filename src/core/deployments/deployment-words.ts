import type { Locale } from '../playbook/text-schema.ts';

interface DeploymentWords {
  readonly approved: string;
  readonly rejected: (late: string | null) => string;
  readonly rejectedBy: (login: string, reason: string) => string;
  readonly waits: string;
  readonly notConfigured: string;
  readonly broken: string;
  readonly notMapped: (environment: string) => string;
  readonly noPull: string;
  readonly commit: (sha: string) => string;
  readonly rejectedAt: (at: string) => string;
  readonly again: string;
  readonly lastWord: string;
  readonly more: (count: number) => string;
}

/** What a deployment is told. GitHub takes 1,024 characters at most. */
export const deploymentWords: Readonly<Record<Locale, DeploymentWords>> = {
  en: {
    approved: '**Approved.**',
    rejected: (late) => (late === null ? '**Rejected.**' : `**Rejected:** it waited until ${late}, as \`deployments.rejectAfter\` says.`),
    rejectedBy: (login, reason) => `**Rejected** by ${login}: ${reason}`,
    waits: '**Waiting.**',
    notConfigured: 'This repository has no `.github/sprintgate.yml` on its default branch. Add one that says under `environments` what this one waits for.',
    broken: 'The configuration has errors and no version of it was ever good. Mend `.github/sprintgate.yml` on the default branch.',
    notMapped: (environment) => `Nothing says what ${environment} waits for. Name it under \`environments\` in \`.github/sprintgate.yml\`.`,
    noPull: 'No pull request brought this commit to a branch that is gated, so no gate was ever asked. Deploy a commit that a pull request brought.',
    commit: (sha) => `Commit ${sha}.`,
    rejectedAt: (at) => `It is rejected at ${at} if it still waits.`,
    again: 'It is looked at again when something changes.',
    lastWord: 'This is the last note before the decision: GitHub takes only ten.',
    more: (count) => `- …and ${count} more`,
  },
  es: {
    approved: '**Aprobado.**',
    rejected: (late) => (late === null ? '**Rechazado.**' : `**Rechazado:** esperó hasta ${late}, como indica \`deployments.rejectAfter\`.`),
    rejectedBy: (login, reason) => `**Rechazado** por ${login}: ${reason}`,
    waits: '**En espera.**',
    notConfigured: 'Este repositorio no tiene `.github/sprintgate.yml` en su rama principal. Agréguelo e indique en `environments` qué espera este ambiente.',
    broken: 'La configuración tiene errores y ninguna versión fue válida. Corrija `.github/sprintgate.yml` en la rama principal.',
    notMapped: (environment) => `Nada indica qué espera ${environment}. Nómbrelo en \`environments\`, en \`.github/sprintgate.yml\`.`,
    noPull:
      'Ningún pull request llevó este commit a una rama con compuertas, así que ninguna compuerta lo revisó. Despliegue un commit que haya llegado por pull request.',
    commit: (sha) => `Commit ${sha}.`,
    rejectedAt: (at) => `Se rechaza el ${at} si sigue en espera.`,
    again: 'Se revisa de nuevo cuando algo cambie.',
    lastWord: 'Esta es la última nota antes de la decisión: GitHub solo admite diez.',
    more: (count) => `- …y ${count} más`,
  },
};
