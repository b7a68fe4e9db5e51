import type { Locale } from '../playbook/text-schema.ts';
import { configPath } from '../policy/config-path.ts';
import { problemMessage } from '../policy/parse-config.ts';
import type { PolicyState } from '../policy/policy.ts';
import type { GateVerdict } from '../verdict/verdict.ts';

const words: Record<Locale, { title: string; brief: string; reason: (count: number, first: string) => string; next: (file: string) => string }> = {
  en: {
    title: 'Configuration',
    brief: 'the configuration on the default branch has errors',
    reason: (count, first) =>
      `The configuration on the default branch has ${count === 1 ? 'an error' : `${count} errors`} and no earlier version was good: ${first}`,
    next: (file) => `Mend ${file} on the default branch; \`sprintgate validate\` shows every error with its line.`,
  },
  es: {
    title: 'Configuración',
    brief: 'la configuración de la rama principal tiene errores',
    reason: (count, first) =>
      `La configuración de la rama principal tiene ${count === 1 ? 'un error' : `${count} errores`} y ninguna versión anterior fue válida: ${first}`,
    next: (file) => `Corrija ${file} en la rama principal; \`sprintgate validate\` muestra cada error con su línea.`,
  },
};

/** What every gate says while no configuration was ever good: not a pass, and what to mend. */
export function brokenConfigVerdict(gate: string, state: PolicyState): GateVerdict {
  const problems = state.kind === 'broken' ? state.problems : [];
  const locale = state.kind === 'broken' ? state.locale : 'en';
  const say = words[locale];
  const first = problems[0];
  return {
    gate,
    id: gate,
    title: say.title,
    verdict: 'cannot-evaluate',
    code: 'config.broken',
    reason: say.reason(problems.length, first ? `${first.file}:${first.line}:${first.column} ${problemMessage(first, locale)}` : '—'),
    brief: say.brief,
    next: say.next(first?.file ?? configPath),
    children: [],
  };
}
