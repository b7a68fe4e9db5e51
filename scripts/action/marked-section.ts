/** Puts text between the two comments of a page that name a section. Throws when the page has no such place. */
export function replaceSection(page: string, section: { readonly name: string; readonly text: string }): string {
  const [begin, end] = [`<!-- ${section.name} -->`, `<!-- /${section.name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`there is no place for ${begin}`);
  return `${page.slice(0, from + begin.length)}\n\n${section.text.trim()}\n\n${page.slice(to)}`;
}
