/** The first of some names as code, and how many more there are: `and 3 more` in the language of `more`. */
export const nameFew = (names: readonly string[], more: (count: number) => string): string => {
  const shown = names
    .slice(0, 3)
    .map((name) => `\`${name.replaceAll('`', "'")}\``)
    .join(', ');
  return names.length > 3 ? `${shown} ${more(names.length - 3)}` : shown;
};
