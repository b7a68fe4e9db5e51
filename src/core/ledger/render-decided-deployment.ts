import type { Locale } from '../playbook/text-schema.ts';
import { renderVerdictText } from '../report/render-verdict-text.ts';
import type { DecidedEnvironment } from './decided-deployment.ts';

interface Words {
  readonly state: Readonly<Record<DecidedEnvironment['state'], string>>;
  readonly of: (commit: string, attempt: number) => string;
  readonly brought: (pulls: string) => string;
  readonly nothing: string;
  readonly entry: (at: string, seq: number) => string;
  readonly refused: (error: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    state: { approved: 'approved', rejected: 'rejected', waits: 'waits' },
    of: (commit, attempt) => `Commit ${commit}, attempt ${attempt}`,
    brought: (pulls) => `, brought by ${pulls}`,
    nothing: 'Nothing could be judged.',
    entry: (at, seq) => `decided ${at}, entry ${seq}`,
    refused: (error) => `GitHub refused it: ${error}`,
  },
  es: {
    state: { approved: 'aprobado', rejected: 'rechazado', waits: 'en espera' },
    of: (commit, attempt) => `Commit ${commit}, intento ${attempt}`,
    brought: (pulls) => `, traído por ${pulls}`,
    nothing: 'No se pudo juzgar nada.',
    entry: (at, seq) => `decidido ${at}, asiento ${seq}`,
    refused: (error) => `GitHub lo rechazó: ${error}`,
  },
};

/** Why a deployment was let through, held or rejected, environment by environment, for a terminal. */
export function renderDecidedDeployment(environments: readonly DecidedEnvironment[], locale: Locale): string {
  const say = words[locale];
  return environments
    .map(({ environment, state, entry, commit, attempt, pulls, verdicts, refused }) => {
      const from = pulls.length === 0 ? '' : say.brought(pulls.map((pull) => `#${pull}`).join(', '));
      const judged = verdicts.length === 0 ? [say.nothing] : verdicts.flatMap((verdict) => renderVerdictText(verdict, locale).split('\n'));
      return [
        `${clean(environment)}: ${say.state[state]} · ${say.entry(entry.at, entry.seq)}`,
        `${say.of(commit, attempt)}${from}`,
        ...(refused === null ? [] : [say.refused(clean(refused))]),
        ...judged.map((line) => `  ${line}`),
      ].join('\n');
    })
    .join('\n\n');
}

/** What people wrote must not steer the terminal. */
function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
