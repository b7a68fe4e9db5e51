import type { Locale } from '../playbook/text-schema.ts';
import type { ProblemGroup } from './group-problems.ts';
import { outcomeSigns } from './outcome-signs.ts';
import { reportWords } from './report-words.ts';
import { shortProse } from './short-prose.ts';

const maxTitles = 4;
const maxTitle = 160;
const maxWhy = 220;
const maxStep = 260;
const maxSteps = 3;

/** One row of what is wrong: sign and names, why, and what to do. `noteOf` is what stands behind a name, by id: Markdown. */
export function problemRow({ verdict, titles, ids, why, steps }: ProblemGroup, locale: Locale, noteOf: (id: string) => string = () => ''): string[] {
  const names = titles
    .slice(0, maxTitles)
    .map((title, index) => `${outcomeSigns[verdict]} **${shortProse(title, maxTitle)}**${noteOf(ids[index] ?? '')}`)
    .join('<br>');
  const more = titles.length > maxTitles ? `<br>+ ${titles.length - maxTitles}` : '';
  const ways = steps.slice(0, maxSteps).map((step) => shortProse(step, maxStep));
  return [`${names}${more}`, shortProse(why, maxWhy), ways.join(`<br>_${reportWords[locale].or}_ `)];
}
