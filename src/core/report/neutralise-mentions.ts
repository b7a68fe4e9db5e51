// GitHub mentions after any character that is not part of a word; an e-mail address is left as it is.
const mention = /(?<![A-Za-z0-9])@([A-Za-z0-9][A-Za-z0-9-]*(?:\/[A-Za-z0-9._-]+)?)/g;
const fence = /^ {0,3}(?:```|~~~)/;

/**
 * Keeps `@user` and `@org/team` in Markdown from notifying anybody: in plain lines they become code. Where the line holds
 * backticks or is code already, more of them could open what they should close: there a zero-width space parts the name from its @.
 */
export function neutraliseMentions(markdown: string): string {
  if (!markdown.includes('@')) return markdown;
  let fenced = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (fence.test(line)) fenced = !fenced;
      const wrap = !fenced && !line.includes('`') && !/^(?: {4}|\t)/.test(line) && !/<[a-z/!]/i.test(line);
      return line.replace(mention, wrap ? '`@$1`' : '@\u200b$1');
    })
    .join('\n');
}
