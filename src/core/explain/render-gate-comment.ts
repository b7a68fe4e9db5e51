import type { Policy } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';
import { isOpen, outcomeSigns, worstFirst } from '../report/outcome-signs.ts';
import { renderTree } from '../report/render-tree.ts';
import { reportWords } from '../report/report-words.ts';
import { shortProse } from '../report/short-prose.ts';
import { truncateBytes } from '../report/truncate-bytes.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import { explainGate, type ExplainedAction } from './explain-gate.ts';
import { explainWords } from './explain-words.ts';
import type { RestsOn } from './rests-on.ts';
import { sortWorstFirst } from './sort-worst-first.ts';

// GitHub takes 65,536 characters a comment.
const mostBytes = 60_000;
const mostActions = 15;
const mostSubjects = 3;
const maxSentence = 400;

/**
 * Gates explained in a comment, worst first: of each the verdict, the smallest set of actions that makes it pass and who can
 * take them; folded below, the tree and the values that it rests on.
 */
export function renderGateComment(policy: Policy, verdicts: readonly GateVerdict[]): string {
  const shown = worstFirst(verdicts, ({ verdict }) => verdict);
  const share = Math.floor(mostBytes / Math.max(1, shown.length));
  return shown.map((verdict) => renderGate(policy, verdict, share)).join('\n\n');
}

function renderGate(policy: Policy, verdict: GateVerdict, maxBytes: number): string {
  const say = explainWords[policy.locale];
  const outcome = reportWords[policy.locale].outcome[verdict.verdict];
  const head = `### ${outcomeSigns[verdict.verdict]} ${inlineCode(verdict.gate)}: ${outcome}\n\n${short(verdict.reason)}`;
  const { actions, restsOn } = explainGate(policy, verdict);
  const steps = isOpen(verdict.verdict) ? stepsOf(actions, policy) : [];
  const body = truncateBytes([head, ...steps].join('\n\n'), Math.floor(maxBytes / 2), '…');
  const values = truncateBytes([say.restsOn, '', ...restsOn.map((value) => valueLine(value, policy))].join('\n'), Math.floor(maxBytes / 8), '- …');
  const tree = renderTree([sortWorstFirst(verdict)], policy.locale, Math.floor(maxBytes / 3));
  return `${body}\n\n<details>\n<summary>${say.whole}</summary>\n\n${tree}\n\n${values}\n\n</details>`;
}

function stepsOf(actions: readonly ExplainedAction[], policy: Policy): string[] {
  if (actions.length === 0) return [];
  const shown = actions.slice(0, mostActions).map((action, index) => step(action, index, policy));
  const left = actions.length - shown.length;
  const more = left > 0 ? [`- ${reportWords[policy.locale].more(left)}`] : [];
  return [explainWords[policy.locale].smallest(actions.length), [...shown, ...more].join('\n')];
}

function step({ what, who, subjects, kind }: ExplainedAction, index: number, { locale }: Policy): string {
  const say = explainWords[locale];
  const titles = subjects.slice(0, mostSubjects).map(({ title }) => short(title));
  const note = kind === 'look' || kind === 'first' ? ` (${say[kind]})` : '';
  return [`${index + 1}. ${short(what)}${note}`, `   ${say.who(short(who))}  `, `   ${say.subjects(titles.join(', '), subjects.length - titles.length)}`].join(
    '\n',
  );
}

function valueLine({ path, value, from, locked }: RestsOn, { locale }: Policy): string {
  const say = explainWords[locale];
  const origin = from === null ? '' : ` (${say.from[from]}${locked ? `; ${say.locked}` : ''})`;
  return `- ${inlineCode(path)}: ${value === null ? say.unset : short(value)}${origin}`;
}

function short(text: string): string {
  return shortProse(text, maxSentence);
}
