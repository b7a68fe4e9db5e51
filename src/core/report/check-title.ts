import type { Locale } from '../playbook/text-schema.ts';
import type { Enforcement } from '../verdict/enforcement.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { plainProse } from './prose.ts';
import { reportWords } from './report-words.ts';
import { cutCodePoints } from './truncate-bytes.ts';

// GitHub's limit of 255 is reported in characters and unconfirmed; bytes are the safer reading.
const maxTitle = 255;

interface TitleInput {
  readonly verdict: Verdict;
  readonly enforcement: Enforcement;
  readonly locale: Locale;
  /** Number of the pull request, where several share the commit. */
  readonly pull: number | null;
}

/** The line that the checks list shows: the verdict in words and the reason, in plain text. */
export function checkTitle({ verdict, enforcement, locale, pull }: TitleInput): string {
  const say = reportWords[locale];
  const who = pull === null ? '' : `#${pull}: `;
  const sentence = `${who}${say.outcome[verdict.verdict]}: ${plain(verdict.waivedBy ? verdict.reason : (verdict.brief ?? verdict.reason))}`;
  const title = enforcement === 'warn' ? say.inWarn(sentence) : sentence;
  if (Buffer.byteLength(title) <= maxTitle) return title;
  return `${cutCodePoints(title, maxTitle - Buffer.byteLength('…')).trimEnd()}…`;
}

/** A title is no Markdown: marks would be printed, and the @ of a mention is defused all the same. */
function plain(text: string): string {
  return plainProse(text).replace(/@(?=[A-Za-z0-9])/g, '@\u200b');
}
