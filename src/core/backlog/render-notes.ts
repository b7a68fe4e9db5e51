import type { Policy } from '../policy/policy.ts';
import { escapeMarkdown, renderProse } from '../report/markdown.ts';
import { factWord } from './fact-words.ts';

/** What the method says of its stage that is neither work nor a demand: cost, length, support. A single fact is said, of several the body tells. */
export function renderNotes(policy: Policy, heading: string): string {
  const lines = policy.playbook.notes.map(({ id, facts }) => {
    const text = policy.text.notes[id];
    const entries = Object.entries(facts);
    const said =
      entries.length === 1
        ? entries
            .map(
              ([key, value]) =>
                ` (${(Array.isArray(value) ? value : [value]).map((one) => renderProse(factWord(policy.locale, key, String(one)))).join(', ')})`,
            )
            .join('')
        : '';
    return `- **${escapeMarkdown(text?.title ?? id)}**${said}${text?.body === undefined ? '' : `: ${renderProse(text.body)}`}`;
  });
  return lines.length === 0 ? '' : `### ${heading}\n\n${lines.join('\n')}`;
}
