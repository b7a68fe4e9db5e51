import type { RepositoryFacts } from '../snapshot/facts.ts';
import { editorLink } from './editor-link.ts';
import { onboardingWords } from './onboarding-words.ts';

export const onboardingId = 'onboarding';
export const previewId = 'onboarding.plan';

/** The onboarding issue. Nobody has chosen a language yet, so it is in Spanish with the English folded below. */
export function renderOnboarding(repository: RepositoryFacts, proposal: Readonly<Record<'es' | 'en', string>>): { title: string; text: string } {
  const english = section('en', repository, proposal.en);
  const text = `${section('es', repository, proposal.es)}\n\n<details><summary>In English</summary>\n\n${english}\n\n</details>`;
  return { title: onboardingWords.es.title, text };
}

function section(locale: 'es' | 'en', repository: RepositoryFacts, proposal: string): string {
  const say = onboardingWords[locale];
  const steps = say.steps(editorLink(repository, '.github/sprintgate.yml', proposal)).map((step, index) => `${index + 1}. ${step}`);
  return [say.what, `**${say.next}**`, steps.join('\n'), `**${say.proposal}**`, fenced(proposal)].join('\n\n');
}

/** A folder's name may hold backticks: the fence is longer than any run of them inside. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text.trimEnd()}\n${fence}`;
}
