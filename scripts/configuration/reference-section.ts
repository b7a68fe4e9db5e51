import { z } from 'zod';
import { plain } from '../../src/core/policy/known-keys.ts';

/** The settings of a schema as a Markdown table, one row each, with the help of `.describe()`. */
export function referenceSection(schema: z.ZodType): string {
  return ['| Setting | Value | Meaning |', '|---|---|---|', ...rows(schema, '')].join('\n');
}

function rows(schema: z.ZodType, path: string): string[] {
  const inner = plain(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([key, value]) => (value instanceof z.ZodType ? setting(value, path ? `${path}.${key}` : key) : []));
  }
  return [];
}

function setting(schema: z.ZodType, path: string): string[] {
  const inner = plain(schema);
  const row = `| \`${path}\` | ${cell(valueText(inner))} | ${cell(schema.description ?? inner.description ?? '')} |`;
  if (path.startsWith('authorities')) return [row, ...(path === 'authorities' ? authorityRows(inner) : [])];
  if (inner instanceof z.ZodRecord) return [row, ...rows(asType(inner.valueType), `${path}.<id>`)];
  if (inner instanceof z.ZodArray) return [row, ...rows(asType(inner.element), `${path}[]`)];
  return [row, ...rows(inner, path)];
}

/** An authority holds authorities: its keys are shown once. */
function authorityRows(record: z.ZodType): string[] {
  if (!(record instanceof z.ZodRecord)) return [];
  const rule = plain(asType(record.valueType));
  if (!(rule instanceof z.ZodObject)) return [];
  return Object.entries(rule.shape).map(([key, value]) => {
    const schema = asType(value);
    const inner = plain(schema);
    const shape = key === 'all' || key === 'any' ? 'list of authorities' : valueText(inner);
    return `| \`authorities.<id>.${key}\` | ${cell(shape)} | ${cell(schema.description ?? inner.description ?? '')} |`;
  });
}

function valueText(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => `\`${option}\``).join(', ');
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((value) => `\`${String(value)}\``).join(', ');
  if (schema instanceof z.ZodArray) return `list of ${valueText(plain(asType(schema.element)))}`;
  if (schema instanceof z.ZodRecord || schema instanceof z.ZodObject) return 'map';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return '`true`, `false`';
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => valueText(plain(asType(option)))).join(' or ');
  return 'text';
}

function asType(value: unknown): z.ZodType {
  if (value instanceof z.ZodType) return value;
  throw new TypeError('not a zod schema');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
