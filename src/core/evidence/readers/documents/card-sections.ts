import { isPlaceholder } from './placeholder.ts';

export interface CardSection {
  /** The heading in lower case, words joined by hyphens. */
  readonly name: string;
  /** Whether anything is written under it or under its sub-headings, placeholders apart. */
  readonly written: boolean;
}

interface Open {
  name: string;
  level: number;
  text: string[];
  written: boolean;
}

/** The sections of a Markdown text by its headings (`#` to `######`). Code fences are text. */
export function cardSections(markdown: string): CardSection[] {
  const sections: Open[] = [];
  let fenced = false;
  for (const line of markdown.replace(/<!--[\s\S]*?(-->|$)/g, '').split(/\r?\n/)) {
    if (/^\s{0,3}(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^ {0,3}(#{1,6})\s+(\S.{0,200})/.exec(line);
    if (heading) sections.push({ name: slug(heading[2] ?? ''), level: (heading[1] ?? '').length, text: [], written: false });
    else sections.at(-1)?.text.push(line);
  }
  // From the end, so that what is written under a sub-heading is known when its parent is looked at.
  const below: boolean[] = [];
  for (const section of sections.toReversed()) {
    section.written = !isPlaceholder(section.text.join('\n')) || below.slice(section.level + 1).some(Boolean);
    below.fill(false, section.level + 1);
    below.length = Math.max(below.length, section.level + 1);
    below[section.level] = below[section.level] === true || section.written;
  }
  return sections.map(({ name, written }) => ({ name, written }));
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}
