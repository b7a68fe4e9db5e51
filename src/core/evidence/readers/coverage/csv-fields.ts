/** The fields of one row of CSV; quoted ones may hold commas, and doubled quotes. */
export function csvFields(row: string): string[] {
  const fields: string[] = [];
  let [field, quoted] = ['', false];
  for (let at = 0; at < row.length; at += 1) {
    const character = row[at] ?? '';
    if (quoted) {
      if (character !== '"') field += character;
      else if (row[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      fields.push(field);
      field = '';
    } else field += character;
  }
  fields.push(field);
  return fields;
}
