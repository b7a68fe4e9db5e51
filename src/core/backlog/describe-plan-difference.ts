import type { Locale } from '../playbook/text-schema.ts';
import { isSamePlan, type NamedCount, type PlanDifference } from './compare-plans.ts';

interface Words {
  readonly same: string;
  readonly issues: (count: number) => string;
  readonly milestones: (count: number) => string;
  readonly created: (what: string) => string;
  readonly changed: (what: string) => string;
  readonly retired: (what: string) => string;
  readonly more: (count: number) => string;
  readonly staysOpen: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    same: 'The plan stays as it is.',
    issues: (count) => (count === 1 ? '1 issue' : `${count} issues`),
    milestones: (count) => (count === 1 ? '1 milestone' : `${count} milestones`),
    created: (what) => `New: ${what}.`,
    changed: (what) => `Changed: ${what}.`,
    retired: (what) => `No longer planned: ${what}.`,
    more: (count) => `${count} more`,
    staysOpen: 'What is no longer planned stays on GitHub until somebody closes it.',
  },
  es: {
    same: 'El plan queda como está.',
    issues: (count) => (count === 1 ? '1 issue' : `${count} issues`),
    milestones: (count) => (count === 1 ? '1 milestone' : `${count} milestones`),
    created: (what) => `Nuevo: ${what}.`,
    changed: (what) => `Cambia: ${what}.`,
    retired: (what) => `Ya no se planea: ${what}.`,
    more: (count) => `${count} más`,
    staysOpen: 'Lo que ya no se planea queda en GitHub hasta que alguien lo cierre.',
  },
};

/** What seeding would do otherwise, in one line: how many issues and milestones are new, changed and no longer planned. */
export function describePlanDifference(difference: PlanDifference, locale: Locale): string {
  const say = words[locale];
  if (isSamePlan(difference)) return say.same;
  const { issues, milestones } = difference;
  const sentences = (['created', 'changed', 'retired'] as const).flatMap((how) => {
    const parts = [listed(milestones[how], say.milestones, say), listed(issues[how], say.issues, say)].filter((part) => part !== null);
    return parts.length === 0 ? [] : [say[how](parts.join(', '))];
  });
  return [...sentences, ...(issues.retired.count === 0 ? [] : [say.staysOpen])].join(' ');
}

/** Titles are shown of a few; of many, the number says more than the first five. */
function listed({ count, titles }: NamedCount, unit: (count: number) => string, say: Words): string | null {
  if (count === 0) return null;
  if (count > titles.length * 4) return unit(count);
  const rest = count - titles.length;
  return `${unit(count)} (${[...titles, ...(rest > 0 ? [say.more(rest)] : [])].join('; ')})`;
}
