import { isObject } from '../../input/json-shape.ts';
import type { MetricSheet } from '../metrics/metric-sheet.ts';

/**
 * Members that must lead to an object of this very document. Others (`subject-uuid`, `implementation-statement-uuid`, activities
 * and tasks) may lead into the plan or the system's documentation that it imports.
 */
const inside = new Set(['observation-uuid', 'risk-uuid', 'response-uuid', 'party-uuids', 'party-uuid']);

/** Flags references that lead nowhere and uuids that stand twice. */
export function flagReferences(sheet: MetricSheet, root: unknown): void {
  const known = new Set<string>();
  const wanted: { readonly by: string; readonly uuid: string }[] = [];
  visit(root, (name, value) => {
    if (name === 'uuid' && typeof value === 'string') {
      if (known.has(value.toLowerCase())) sheet.flag(`duplicate-uuid: ${value.slice(0, 40)}`);
      known.add(value.toLowerCase());
    }
    for (const text of Array.isArray(value) ? value : [value]) {
      if (typeof text !== 'string') continue;
      if (inside.has(name)) wanted.push({ by: name, uuid: text });
      else if (name === 'href' && /^#[0-9a-f]{8}-/i.test(text)) wanted.push({ by: name, uuid: text.slice(1) });
    }
  });
  for (const { by, uuid } of wanted) if (!known.has(uuid.toLowerCase())) sheet.flag(`dangling: ${by} ${uuid.slice(0, 40)}`);
}

/** Every member of every object, with its name. The parser has bounded how deep they can be. */
function visit(value: unknown, seen: (name: string, value: unknown) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, seen);
  if (!isObject(value)) return;
  for (const name of Object.keys(value)) {
    seen(name, value[name]);
    visit(value[name], seen);
  }
}
