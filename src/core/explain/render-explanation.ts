import type { Locale } from '../playbook/text-schema.ts';
import { plainProse } from '../report/prose.ts';
import { explainWords } from './explain-words.ts';
import type { ExplainedAction, Explanation } from './explain-gate.ts';
import type { RestsOn } from './rests-on.ts';

const mostSubjects = 5;
// What somebody wrote must not steer the terminal.
const controls = /\p{Cc}+/gu;

/** What stands below a gate's tree: the smallest set of actions, each with who can act, and the values that it rests on. */
export function renderExplanation({ actions, restsOn }: Pick<Explanation, 'actions' | 'restsOn'>, locale: Locale): string {
  const say = explainWords[locale];
  const steps = actions.length === 0 ? [say.nothing] : [say.smallest(actions.length), ...actions.flatMap((action, index) => stepLines(action, index, locale))];
  return [...steps, say.restsOn, ...restsOn.map((value) => `  ${valueLine(value, locale)}`)].map(clean).join('\n');
}

function stepLines(action: ExplainedAction, index: number, locale: Locale): string[] {
  const say = explainWords[locale];
  const titles = action.subjects.slice(0, mostSubjects).map(({ title }) => plainProse(title));
  return [
    `  ${index + 1}. ${plainProse(action.what)}`,
    `     ${say.who(plainProse(action.who))}`,
    `     ${say.subjects(titles.join(', '), action.subjects.length - titles.length)}`,
    ...(action.kind === 'look' || action.kind === 'first' ? [`     (${say[action.kind]})`] : []),
  ];
}

function valueLine({ path, value, from, locked }: RestsOn, locale: Locale): string {
  const say = explainWords[locale];
  const origin = from === null ? '' : ` (${say.from[from]}${locked ? `; ${say.locked}` : ''})`;
  return `${path}: ${value === null ? say.unset : plainProse(value)}${origin}`;
}

function clean(line: string): string {
  return line.replace(controls, ' ').trimEnd();
}
