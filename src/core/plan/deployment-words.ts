import type { Locale } from '../playbook/text-schema.ts';

/** What a deployment that waits for us is told: GitHub takes 1,024 characters at most. */
export const deploymentWords: Readonly<Record<Locale, { readonly waits: string }>> = {
  en: {
    waits:
      'Sprintgate does not decide on deployments yet, so this one waits. Whoever administers the repository lets it pass with "Start all waiting jobs", or takes the rule off the environment. How the gates stand is shown by the checks of the commit.',
  },
  es: {
    waits:
      'Sprintgate todavía no decide sobre despliegues, por lo que este espera. Quien administra el repositorio lo deja pasar con «Start all waiting jobs», o quita la regla del entorno. El estado de las compuertas se ve en los checks del commit.',
  },
};
