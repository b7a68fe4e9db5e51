import type { Locale } from '../playbook/text-schema.ts';
import type { UnenforcedGate } from './unenforced-gates.ts';

interface EnforceWords {
  readonly title: string;
  readonly held: (branches: string) => string;
  readonly open: string;
  readonly why: Readonly<Record<UnenforcedGate['why'], string>>;
  readonly on: (check: string, branch: string) => string;
  readonly more: (count: number) => string;
  readonly next: (command: string, settings: string) => string;
  readonly stranded: string;
  readonly strandedNext: (settings: string) => string;
  readonly offPlan: string;
  readonly unknown: string;
  readonly unverified: (patterns: string) => string;
}

/** What people read about gates that GitHub does, or does not, wait for. */
export const enforceWords: Readonly<Record<Locale, EnforceWords>> = {
  en: {
    title: 'Do the gates hold?',
    held: (branches) => `✅ GitHub merges nothing into ${branches} before every gate that blocks has passed, and takes those checks from this app alone.`,
    open: '⚠️ GitHub does not wait for all gates, so a pull request can be merged past them:',
    why: {
      'not-required': 'not required',
      'from-anybody': 'required, but whoever has write access can post it',
      'from-another-app': 'expected from another app, so it never comes and blocks every merge',
    },
    on: (check, branch) => `${check} on ${branch}`,
    more: (count) => `and ${count} more`,
    next: (command, settings) =>
      `An administrator runs ${command}, or requires these checks in [Settings → Rules](${settings}) with this app as the expected source.`,
    stranded: '⚠️ GitHub waits for checks of gates that are off. They never come, so nothing can be merged:',
    strandedNext: (settings) => `An administrator takes them out in [Settings → Rules](${settings}).`,
    offPlan:
      '⚠️ Nothing holds a merge back: this repository’s plan has no rulesets. Private repositories need GitHub Pro, Team or Enterprise; public ones have them on every plan.',
    unknown: '⚠️ GitHub did not say which checks it requires, so whether the gates hold is not known.',
    unverified: (patterns) => `Not looked up: ${patterns}.`,
  },
  es: {
    title: '¿Son obligatorios los gates?',
    held: (branches) => `✅ GitHub no integra nada en ${branches} antes de que pase cada gate que bloquea, y solo acepta esos checks de esta app.`,
    open: '⚠️ GitHub no espera a todos los gates, así que un pull request puede integrarse sin ellos:',
    why: {
      'not-required': 'no es obligatorio',
      'from-anybody': 'es obligatorio, pero cualquiera con permiso de escritura puede publicarlo',
      'from-another-app': 'se espera de otra app, así que nunca llega y bloquea toda integración',
    },
    on: (check, branch) => `${check} en ${branch}`,
    more: (count) => `y ${count} más`,
    next: (command, settings) =>
      `Un administrador ejecuta ${command}, o hace obligatorios estos checks en [Settings → Rules](${settings}) con esta app como origen esperado.`,
    stranded: '⚠️ GitHub espera checks de gates apagados. Nunca llegan, así que no se puede integrar nada:',
    strandedNext: (settings) => `Un administrador los quita en [Settings → Rules](${settings}).`,
    offPlan:
      '⚠️ Nada detiene una integración: el plan de este repositorio no tiene rulesets. Los repositorios privados requieren GitHub Pro, Team o Enterprise; los públicos los tienen en cualquier plan.',
    unknown: '⚠️ GitHub no dijo qué checks son obligatorios, así que no se sabe si los gates lo son.',
    unverified: (patterns) => `Sin verificar: ${patterns}.`,
  },
};
