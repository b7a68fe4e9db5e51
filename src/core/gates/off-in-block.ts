import type { Locale } from '../playbook/text-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import type { GateInput } from './gate-input.ts';

const words: Readonly<Record<Locale, (path: string) => string>> = {
  en: (path) => `The configuration has this gate off in this block: ${path}.`,
  es: (path) => `La configuración tiene esta compuerta apagada en este bloque: ${path}.`,
};

/**
 * What a gate says of a pull request in a block in which it is off, where it is on in others. A gate that is off everywhere
 * posts nothing; this one may be a required check, and one that is never posted would block without a word.
 */
export function offInBlockVerdict({ policy, gate }: GateInput): GateVerdict {
  return {
    gate,
    id: gate,
    title: policy.text.gates[gate]?.title ?? gate,
    verdict: 'not-applicable',
    code: 'gate.off-in-block',
    reason: words[policy.locale](inlineCode(`enforce.${gate}`)),
    next: null,
    children: [],
  };
}
