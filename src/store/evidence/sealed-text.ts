import { z } from 'zod';
import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import { sealedHeadSchema } from '../../core/evidence/bundle/sealed-head-schema.ts';

const sealedSchema = sealedHeadSchema.extend({ content: z.string() });

/** The row's text: what is known of a bundle, and its content as base64, which nobody parses to look at the rest. */
export function sealedToText({ content, ...head }: SealedBundle): string {
  return JSON.stringify({ sealed: 1, ...head, content: Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64') });
}

/** The bundle of a row's text; null when the text is of another version. Never throws. */
export function sealedFromText(text: string): SealedBundle | null {
  const parsed = sealedSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const { sealed: _, content, ...head } = parsed.data;
  return { ...head, content: Buffer.from(content, 'base64') };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
