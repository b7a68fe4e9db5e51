import type { LoadedPlaybook } from '../../src/core/playbook/parse-playbook.ts';
import { walkRule } from '../../src/core/playbook/walk-rule.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { countDeciders, countRules, deciders } from './count-rules.ts';
import { outlineRule } from './outline-rule.ts';
import { table } from './table.ts';

/** The reference page of a playbook: what it demands, how each demand is decided, which figures are open. */
export function playbookPage(loaded: LoadedPlaybook): string {
  const {
    playbook,
    texts: { en },
  } = loaded;
  return (
    [
      '<!-- Made by scripts/generate-playbook-docs.ts. Edit the playbook, not this page. -->',
      `# Playbook \`${playbook.id}@${playbook.version}\`: ${en.title}`,
      en.goal,
      `It plans ${playbook.items.length} items in ${playbook.blocks.length} blocks and ${playbook.phases.length} pilot phases, and decides ${playbook.criteria.length} criteria. A project gets the items of its tier, products, regulations and components. Where each part of the method lives is in [method-map.md](method-map.md).`,
      '## Blocks',
      blocks(loaded),
      '## How criteria are decided',
      decided(loaded),
      '## Criteria',
      criteria(loaded),
      '## Decided by a person alone',
      personAlone(loaded),
      '## Parameters',
      parameters(loaded),
      '## Notes',
      notes(loaded),
      '## Where the method says two things',
      contradictions(loaded),
      '## What is ours',
      ours(loaded),
    ].join('\n\n') + '\n'
  );
}

function blocks({ playbook, texts: { en } }: LoadedPlaybook): string {
  return table(
    ['Block', 'Sprints', 'Focus', 'Checkpoint', 'Items'],
    playbook.blocks.map((block) => [
      `\`${block.id}\``,
      block.sprints.join('-'),
      en.blocks[block.id]?.title ?? '',
      en.checkpoints[block.checkpoint]?.title ?? '',
      String(playbook.items.filter((item) => item.block === block.id).length),
    ]),
  );
}

function decided({ playbook }: LoadedPlaybook): string {
  const counts = countDeciders(playbook);
  return [
    'Evidence decides where it can. A person may stand beside it where a tool cannot be asked of everybody; alone only where nothing else can know.',
    table(
      ['Decided by', 'Criteria'],
      deciders.map((decider) => [decider, String(counts[decider])]),
    ),
    'The rules in them, by kind:',
    table(
      ['Rule', 'Times'],
      countRules(playbook).map(([kind, count]) => [`\`${kind}\``, String(count)]),
    ),
  ].join('\n\n');
}

function criteria({ playbook, texts: { en } }: LoadedPlaybook): string {
  return playbook.categories
    .map((category) => {
      const rows = playbook.criteria
        .filter((criterion) => criterion.category === category)
        .map((criterion) => [
          `\`${criterion.id}\``,
          en.criteria[criterion.id]?.title ?? '',
          criterion.block,
          criterion.target,
          scopeOf(criterion),
          outlineRule(criterion.rule),
        ]);
      return `### ${en.categories[category]?.title ?? category}\n\n${table(['Criterion', 'What must hold', 'From', 'Target', 'Only for', 'Decided by'], rows)}`;
    })
    .join('\n\n');
}

function scopeOf(criterion: LoadedPlaybook['playbook']['criteria'][number]): string {
  const tiers = criterion.tiers?.map((tier) => `Tier ${tier}`) ?? [];
  return [...tiers, ...(criterion.products ?? []), ...(criterion.regulations ?? []), ...(criterion.kinds ?? [])].join(', ');
}

function personAlone({ playbook, texts: { en } }: LoadedPlaybook): string {
  return table(
    ['Criterion', 'Why'],
    playbook.criteria.filter(({ onlyPerson }) => onlyPerson).map(({ id }) => [`\`${id}\``, en.criteria[id]?.why ?? '']),
  );
}

function parameters({ playbook, texts: { en } }: LoadedPlaybook): string {
  const readers = (id: string) =>
    playbook.criteria
      .filter(({ rule }) => readsParameter(rule, id))
      .map((criterion) => `\`${criterion.id}\``)
      .join(', ');
  return [
    `**${playbook.parameters.filter(({ value }) => value === null).length} of ${playbook.parameters.length} are open.** The team sets them under \`parameters\` in its configuration; a criterion that reads an open one cannot be evaluated, and so cannot pass. A parameter that no criterion reads records what the method says, or asks the team to settle it in writing.`,
    table(
      ['Parameter', 'Meaning', 'Value', 'Read by'],
      playbook.parameters.map(({ id, value, unit }) => [
        `\`${id}\``,
        en.parameters[id]?.title ?? '',
        value === null ? '**open**' : `${String(value)}${unit ? ` ${unit}` : ''}`,
        readers(id),
      ]),
    ),
  ].join('\n\n');
}

function readsParameter(rule: Rule, id: string): boolean {
  return walkRule(rule).some((leaf) => JSON.stringify(leaf.rule).includes(`"parameter":"${id}"`) || JSON.stringify(leaf.rule).includes(`"set":"${id}"`));
}

function notes({ playbook, texts: { en } }: LoadedPlaybook): string {
  const rows = playbook.notes.map(({ id, facts }) => [
    en.notes[id]?.title ?? id,
    en.notes[id]?.body ?? '',
    Object.entries(facts)
      .map(([key, value]) => `${en.facts[key] ?? key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
      .join('; '),
  ]);
  return [
    'What the method says of its stage that is neither work nor a demand. The issue of the first block lists them too.',
    table(['Note', 'What it says', 'Facts'], rows),
  ].join('\n\n');
}

function contradictions({ playbook, texts: { en } }: LoadedPlaybook): string {
  return playbook.contradictions
    .map(({ id, parameters: own, settings }, index) => {
      const held = [...own, ...(settings ?? [])].map((name) => `\`${name}\``).join(', ');
      return `${index + 1}. **${en.contradictions[id]?.title ?? id}.** ${en.contradictions[id]?.body ?? ''} Held in: ${held}.`;
    })
    .join('\n');
}

function ours({ playbook }: LoadedPlaybook): string {
  const entries = [playbook.authorities, playbook.criteria, playbook.items, playbook.parameters, playbook.checkpoints].flatMap((list) =>
    list.flatMap(({ id, source, reason }) => (source === 'ours' ? [{ id, reason: reason ?? '' }] : [])),
  );
  const coverage = playbook.coverage.source === 'ours' ? [{ id: 'coverage', reason: playbook.coverage.reason ?? '' }] : [];
  const byReason = Map.groupBy([...coverage, ...entries], ({ reason }) => reason);
  const rows = [...byReason].map(([reason, group]) => [group.map(({ id }) => `\`${id}\``).join(', '), reason]);
  return ['Where the method gives no block, authority or figure, the choice is ours, with its reason.', table(['Entries', 'Reason'], rows)].join('\n\n');
}
