import { factWord } from '../../backlog/fact-words.ts';
import type { Playbook } from '../../playbook/playbook-schema.ts';
import type { Policy } from '../../policy/policy.ts';

/** The method's figures of a pilot phase, e.g. `users 50 · NPS >30`. */
export function phaseFigures(phase: Playbook['phases'][number], { text, locale }: Policy): string {
  return Object.entries(phase.facts)
    .map(([key, value]) => `${text.facts[key] ?? key}: ${factWord(locale, key, String(value))}`)
    .join(' · ');
}
