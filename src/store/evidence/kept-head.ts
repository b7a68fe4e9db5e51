import { z } from 'zod';
import type { BundleHead, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import { sealedHeadSchema } from '../../core/evidence/bundle/sealed-head-schema.ts';
import { jsonOrNull } from '../../core/json/json-or-null.ts';

const bodySchema = sealedHeadSchema.extend({ bytes: z.int().min(0) });

export interface KeptHead {
  readonly head: BundleHead;
  /** How large the content is that is kept beside it. */
  readonly bytes: number;
}

/** What is known of a bundle, as the text of its row. */
export function headToText({ content, identity, provenance, completedAt, readerVersion }: SealedBundle): string {
  return JSON.stringify({ sealed: 1, identity, provenance, completedAt, readerVersion, bytes: content.length });
}

/** What a row's text tells; null when it is of another version. Never throws. */
export function headFromText(text: string): KeptHead | null {
  const parsed = bodySchema.safeParse(jsonOrNull(text));
  if (!parsed.success) return null;
  const { sealed: _, bytes, ...head } = parsed.data;
  return { head, bytes };
}
