import type { Locale } from '../playbook/text-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { escapeMarkdown, renderProse } from '../report/markdown.ts';
import { neutraliseMentions } from '../report/neutralise-mentions.ts';
import { renderTable } from '../report/render-table.ts';
import { truncateBytes } from '../report/truncate-bytes.ts';
import type { Rule } from '../rules/rule.ts';
import type { BacklogItem } from './backlog-items.ts';
import { type BacklogWords, backlogWords } from './backlog-words.ts';
import { commandLine } from './command-line.ts';
import { describeRule } from './describe-rule.ts';
import { factWord } from './fact-words.ts';
import { renderCheckpoint } from './render-checkpoint.ts';
import { renderNotes } from './render-notes.ts';

/** GitHub refuses bodies over 65,536 characters; we stay below in bytes and leave people room around our part. */
const maxBytes = 48_000;

/** The text of one issue, without markers: what the playbook says of the item, and how it is decided. Pure and stable. */
export function renderIssue(policy: Policy, backlogItem: BacklogItem, all: readonly BacklogItem[]): string {
  const words = backlogWords(policy.locale);
  const { item } = backlogItem;
  const text = policy.text.items[item.id];
  const parts = [
    text?.body === undefined ? '' : prose(text.body),
    renderFacts(policy, item.facts, words),
    item.kind === 'block' ? renderBlock(policy, backlogItem, all) : '',
    renderDone(text?.done ?? [], words),
    item.kind === 'checkpoint' ? renderCheckpoint(policy, item, words) : renderCriteria(policy, item.criteria, words),
    item.source === 'ours' ? `> ${words.ours}` : '',
  ];
  return truncateBytes(parts.filter((part) => part !== '').join('\n\n'), maxBytes, words.cut);
}

/** Bodies are the playbook's own Markdown; only what could act beyond the text is taken out. */
function prose(body: string): string {
  return neutraliseMentions(body.replaceAll('<!--', '&lt;!--').trim());
}

function renderFacts(policy: Policy, facts: BacklogItem['item']['facts'], words: BacklogWords): string {
  const labels = policy.text.facts;
  const rows = Object.entries(facts).map(([key, value]) => [
    escapeMarkdown(labels[key] ?? key),
    (Array.isArray(value) ? value : [value]).map((one) => factValue(policy.locale, key, one)).join('\n'),
  ]);
  return rows.length === 0 ? '' : `### ${words.facts}\n\n${renderTable({ header: [words.fact, words.value], rows })}`;
}

function factValue(locale: Locale, key: string, value: string | number | boolean): string {
  const words = backlogWords(locale);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return renderProse(factWord(locale, key, String(value)));
}

function renderDone(done: readonly string[], words: BacklogWords): string {
  return done.length === 0 ? '' : `### ${words.done}\n\n${done.map((line) => `- [ ] ${renderProse(line)}`).join('\n')}`;
}

function renderCriteria(policy: Policy, ids: readonly string[], words: BacklogWords): string {
  const criteria = ids.map((id) => ({ id, criterion: policy.playbook.criteria.find((candidate) => candidate.id === id) }));
  const rows = criteria.map(({ id, criterion }) => {
    const title = escapeMarkdown(policy.text.criteria[id]?.title ?? id);
    return [`${title}<br>\`${id}\``, criterion === undefined ? '' : describeRule(criterion.rule, policy)];
  });
  if (rows.length === 0) return '';
  const attested = criteria.flatMap(({ id, criterion }) => (criterion !== undefined && mayBeAttested(criterion.rule) ? [id] : []));
  const command = attested[0] === undefined ? '' : `\n\n${words.attest(`${commandLine('attest', attested[0], policy.locale)} ${words.link}`)}`;
  return `### ${words.criteria}\n\n${renderTable({ header: [words.criterion, words.decidedBy], rows })}${command}`;
}

function mayBeAttested(rule: Rule): boolean {
  if ('all' in rule) return rule.all.some(mayBeAttested);
  if ('any' in rule) return rule.any.some(mayBeAttested);
  return 'attestation' in rule;
}

function renderBlock(policy: Policy, parent: BacklogItem, all: readonly BacklogItem[]): string {
  const words = backlogWords(policy.locale);
  const block = policy.playbook.blocks.find((candidate) => candidate.id === parent.item.block);
  if (block === undefined) return '';
  const checkpoint = escapeMarkdown(policy.text.checkpoints[block.checkpoint]?.title ?? block.checkpoint);
  const deliverables = all.filter((other) => other.kind === 'deliverable' && other.item.block === block.id);
  // Under this heading their titles need not say again what they are.
  const prefix = `${policy.text.itemKinds.deliverable?.title ?? ''}: `;
  const list = deliverables.map(({ title }) => `- ${escapeMarkdown(title.startsWith(prefix) ? title.slice(prefix.length) : title)}`).join('\n');
  // The stage's own notes stand where the stage begins.
  const notes = block === policy.playbook.blocks[0] ? renderNotes(policy, words.notes) : '';
  return [list === '' ? '' : `### ${words.deliverables}\n\n${list}`, words.endsWith(checkpoint), notes].filter((part) => part !== '').join('\n\n');
}
