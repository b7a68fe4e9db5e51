import { timeIn } from '../calendar/time-in.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import type { Decision } from './decision.ts';

const words: Readonly<Record<Locale, (login: string, until: string, reason: string) => string>> = {
  en: (login, until, reason) => `Overridden by ${login} until ${until}: ${reason}`,
  es: (login, until, reason) => `Anulado por ${login} hasta ${until}: ${reason}`,
};

/** A gate under an override passes and says so; the tree below it keeps the true verdicts. What passes anyway stays as it is. */
export function applyOverride(gate: GateVerdict, override: Decision | null, { locale, schedule }: Pick<Policy, 'locale' | 'schedule'>): GateVerdict {
  if (override === null || override.until === null || gate.verdict === 'pass' || gate.verdict === 'not-applicable') return gate;
  const { deadline: _deadline, ...rest } = gate;
  const reason = override.reason ?? '';
  return {
    ...rest,
    verdict: 'pass',
    code: 'override.active',
    reason: words[locale](inlineCode(override.by.login), timeIn(schedule.timezone, override.until), reason),
    next: gate.next,
    waivedBy: { decision: override.id, login: override.by.login, reason, until: override.until },
  };
}
