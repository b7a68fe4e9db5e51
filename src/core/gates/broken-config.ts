import type { Locale } from '../playbook/text-schema.ts';
import { configPath } from '../policy/config-path.ts';
import { problemMessage } from '../policy/parse-config.ts';
import type { PolicyState } from '../policy/policy.ts';
import type { GateVerdict } from '../verdict/verdict.ts';

interface Words {
  readonly title: string;
  readonly brief: string;
  readonly reason: (count: number, first: string) => string;
  readonly next: (file: string) => string;
  /** The same of what was good, until the organisation forbade to ask for less. */
  readonly forbidden: Pick<Words, 'brief' | 'reason' | 'next'>;
}

const words: Record<Locale, Words> = {
  en: {
    title: 'Configuration',
    brief: 'the configuration on the default branch has errors',
    reason: (count, first) =>
      `The configuration on the default branch has ${count === 1 ? 'an error' : `${count} errors`} and no earlier version was good: ${first}`,
    next: (file) => `Mend ${file} on the default branch; \`sprintgate validate\` shows every error with its line.`,
    forbidden: {
      brief: 'the organisation forbids what the configuration weakens',
      reason: (count, first) =>
        `The organisation forbids weakening, and the configuration asks for less in ${count === 1 ? 'one place' : `${count} places`}: ${first}`,
      next: (file) =>
        `Write the stricter value in ${file} on the default branch. Whoever keeps the organisation’s file, in its \`.github\` repository, decides what is forbidden.`,
    },
  },
  es: {
    title: 'Configuración',
    brief: 'la configuración de la rama principal tiene errores',
    reason: (count, first) =>
      `La configuración de la rama principal tiene ${count === 1 ? 'un error' : `${count} errores`} y ninguna versión anterior fue válida: ${first}`,
    next: (file) => `Corrija ${file} en la rama principal; \`sprintgate validate\` muestra cada error con su línea.`,
    forbidden: {
      brief: 'la organización prohíbe debilitar las reglas',
      reason: (count, first) =>
        `La organización prohíbe debilitar las reglas y la configuración pide menos en ${count === 1 ? 'un lugar' : `${count} lugares`}: ${first}`,
      next: (file) =>
        `Escriba el valor más estricto en ${file}, en la rama principal. Lo que se prohíbe lo decide quien mantiene el archivo de la organización, en su repositorio \`.github\`.`,
    },
  },
};

/** What every gate says while no configuration was ever good: not a pass, and what to mend. */
export function brokenConfigVerdict(gate: string, state: PolicyState): GateVerdict {
  const problems = state.kind === 'broken' ? state.problems : [];
  const locale = state.kind === 'broken' ? state.locale : 'en';
  const { title, forbidden, ...broken } = words[locale];
  const wrong = problems.filter((problem) => !problem.forbidden);
  const say = wrong.length === 0 && problems.length > 0 ? forbidden : broken;
  const first = wrong[0] ?? problems[0];
  return {
    gate,
    id: gate,
    title,
    verdict: 'cannot-evaluate',
    code: 'config.broken',
    reason: say.reason(problems.length, first ? `${first.file}:${first.line}:${first.column} ${problemMessage(first, locale)}` : '—'),
    brief: say.brief,
    next: say.next(first?.file ?? configPath),
    children: [],
  };
}
