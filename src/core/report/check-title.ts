import type { Locale } from '../playbook/text-schema.ts';
import type { Enforcement } from '../verdict/enforcement.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { plainProse } from './prose.ts';
import { reportWords } from './report-words.ts';

/** Under 80 characters a title stands in one line of the checks list, also in a narrow window. */
const maxTitle = 79;

interface TitleInput {
  readonly verdict: Verdict;
  readonly enforcement: Enforcement;
  readonly locale: Locale;
  /** Number of the pull request, where several share the commit. */
  readonly pull: number | null;
}

/**
 * The line that the checks list shows: the verdict in words and the reason, in plain text. A reason that is too long is told
 * by its first sentence, else by as many words as fit; the summary below has all of it.
 */
export function checkTitle({ verdict, enforcement, locale, pull }: TitleInput): string {
  const say = reportWords[locale];
  const who = pull === null ? '' : `#${pull}: `;
  const told = plain(verdict.waivedBy ? verdict.reason : (verdict.brief ?? verdict.reason));
  const around = (reason: string): string => {
    const sentence = `${who}${say.outcome[verdict.verdict]}: ${reason}`;
    return enforcement === 'warn' ? say.inWarn(sentence) : sentence;
  };
  const first = told.split(/(?<=\p{L}{2}|[)%\d»”])[.;](?=\s)/u, 1)[0] ?? '';
  const room = maxTitle - [...around('')].length;
  return around([told, first].find((text) => [...text].length <= room) ?? cut(first, room));
}

/** As many words as fit, with a mark that there is more. */
function cut(text: string, room: number): string {
  const kept = [...text].slice(0, Math.max(0, room - 1)).join('');
  const end = kept.search(/\s\S*$/);
  return `${(end > room / 2 ? kept.slice(0, end) : kept).replace(/[\s,;:(–—-]+$/, '')}…`;
}

/** A title is no Markdown: marks would be printed, and the @ of a mention is defused all the same. */
function plain(text: string): string {
  return plainProse(text)
    .replace(/@(?=[A-Za-z0-9])/g, '@\u200b')
    .replace(/\.$/, '');
}
