import { z } from 'zod';

/** Of the file itself; the tables' version is the list of migrations. */
export const carryVersion = 1;

export const carryHeadSchema = z.object({
  format: z.literal('sprintgate-store'),
  version: z.int().min(1),
  /** ISO time of the export. */
  at: z.string(),
  /** The migrations that the tables had, in their order. */
  migrations: z.array(z.string()).min(1),
});

/** The first line of an export. */
export type CarryHead = z.infer<typeof carryHeadSchema>;

/** A key that was waiting to be looked at, and when. Its job is not carried, for another database numbers its own. */
export const owedKeySchema = z.object({ key: z.string().min(1), at: z.string().min(1) });
export type OwedKey = z.infer<typeof owedKeySchema>;

export const carryTableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });

/** The last line: without it, the file was cut short. */
export const carryEndSchema = z.object({ rows: z.record(z.string(), z.int()) });
