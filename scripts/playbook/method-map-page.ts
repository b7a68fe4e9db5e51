import type { LoadedPlaybook } from '../../src/core/playbook/parse-playbook.ts';
import { table } from './table.ts';

/** For every part of the method, where it lives in the playbook. */
export function methodMapPage({ playbook, texts: { en } }: LoadedPlaybook): string {
  const count = playbook.elements.reduce((sum, { parts }) => sum + parts.length, 0);
  return (
    [
      '<!-- Made by scripts/generate-playbook-docs.ts. Edit the playbook, not this page. -->',
      `# Where each part of the method lives in \`${playbook.id}@${playbook.version}\``,
      `${playbook.elements.length} elements, ${count} parts. \`item\` is a seeded issue, \`criterion\` a demand that is decided, \`checklist\` a row of the readiness report, \`parameter\` a figure, \`note\` what is neither work nor a demand. A name after \`#\` is a fact inside it.`,
      ...playbook.elements.map((element) =>
        [
          `## ${element.number}. ${en.elements[element.id] ?? element.id}`,
          table(
            ['Part', 'Where'],
            element.parts.map((part) => [part.id, part.at.map((place) => `\`${place}\``).join(' · ')]),
          ),
        ].join('\n\n'),
      ),
    ].join('\n\n') + '\n'
  );
}
