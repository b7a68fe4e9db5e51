import type { Locale } from '../../core/playbook/text-schema.ts';

interface PortfolioWords {
  readonly title: string;
  readonly none: string;
  readonly lead: string;
  readonly signIn: string;
}

export const portfolioWords: Readonly<Record<Locale, PortfolioWords>> = {
  en: {
    title: 'Portfolio',
    none: 'There is no repository with Sprintgate that GitHub lets you read.',
    lead: 'Sprint-gated delivery for GitHub: stage, readiness and evidence of every repository.',
    signIn: 'Sign in with GitHub',
  },
  es: {
    title: 'Portafolio',
    none: 'No hay ningún repositorio con Sprintgate que GitHub le permita leer.',
    lead: 'Entrega por sprints con checkpoints en GitHub: etapa, preparación y evidencia de cada repositorio.',
    signIn: 'Iniciar sesión con GitHub',
  },
};
