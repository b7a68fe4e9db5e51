import type { Locale } from '../playbook/text-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import type { GateInput } from './gate-input.ts';

const words: Readonly<Record<Locale, { reason: (base: string) => string; brief: string; next: (base: string) => string }>> = {
  en: {
    reason: (base) => `Pull requests into ${base} are not judged: \`branches\` of the configuration leaves it out.`,
    brief: 'its base is outside `branches` of the configuration',
    next: (base) => `Add ${base} to \`branches\` in \`.github/sprintgate.yml\`, or do not require this check there.`,
  },
  es: {
    reason: (base) => `Los pull requests hacia ${base} no se evalúan: \`branches\` de la configuración no la incluye.`,
    brief: 'su rama base no está en `branches`',
    next: (base) => `Agregue ${base} a \`branches\` en \`.github/sprintgate.yml\`, o no exija este check ahí.`,
  },
};

/** What every gate says of a pull request whose base is outside the configured branches: never a pass. */
export function baseOutsideVerdict({ policy, pull, gate }: GateInput): GateVerdict {
  const base = inlineCode(pull.base.ref);
  const say = words[policy.locale];
  return {
    gate,
    id: gate,
    title: policy.text.gates[gate]?.title ?? gate,
    verdict: 'cannot-evaluate',
    code: 'gate.base-outside',
    reason: say.reason(base),
    brief: say.brief,
    next: say.next(base),
    children: [],
  };
}
