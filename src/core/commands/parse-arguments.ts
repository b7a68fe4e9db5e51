import type { CommandArguments } from './command.ts';
import { isDay } from './is-day.ts';

/** A command that is longer is not taken apart: it is refused, and what is long belongs behind a link. */
export const longestCommand = 4_000;

const dateWords = /(?:^|\s)(?:until|hasta(?:\s+el)?)\s+(\S+)/i;
const conditionsMark = /(?:^|\s)(?:with|con):\s*/i;
const address = /https?:\/\/[^\s<>"`\\]+/i;

/** Takes date, link and conditions out of what follows a command's name; the remaining words stay in order. */
export function parseArguments(rest: string): CommandArguments {
  if (rest.length > longestCommand) return { text: rest.slice(0, longestCommand + 1), until: null, link: null, conditions: [], badDate: null };
  const mark = conditionsMark.exec(rest);
  const head = mark ? rest.slice(0, mark.index) : rest;
  const tail = mark ? rest.slice(mark.index + mark[0].length) : '';
  const inHead = takeDate(head);
  // The date may stand after the last condition as well.
  const inTail = inHead.written === null ? takeDate(tail) : { text: tail, written: null };
  const written = inHead.written ?? inTail.written;
  const until = written !== null && isDay(written) ? written : null;
  const link = readLink(inHead.text);
  return {
    text: squeeze(link.text),
    until,
    link: link.url,
    conditions: inTail.text
      .split(';')
      .map(squeeze)
      .filter((condition) => condition !== ''),
    badDate: written !== null && until === null ? written : null,
  };
}

/** Takes the date out only where something like a date follows: "hold until legal answers" is a sentence. */
function takeDate(text: string): { text: string; written: string | null } {
  const match = dateWords.exec(text);
  const written = withoutEnd(match?.[1] ?? '', '.,;:)');
  if (!match || !/\d/.test(written)) return { text, written: null };
  return { text: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`, written };
}

function readLink(text: string): { text: string; url: string | null } {
  const found = address.exec(text);
  if (!found) return { text, url: null };
  const url = withoutEnd(found[0], '.,;:!?)]');
  if (!URL.canParse(url)) return { text, url: null };
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return { text: `${before.replace(/[<(]$/, '')} ${after.replace(/^[>)]/, '')}`, url };
}

/** The text without these characters at its end. A pattern that is anchored at the end alone takes quadratic time. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
