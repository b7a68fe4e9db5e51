import { z } from 'zod';

/** The JSON Schema that editors complete and check `.github/sprintgate.yml` with. */
export function editorSchema(schema: z.ZodType): object {
  return {
    ...z.toJSONSchema(schema, { io: 'input', target: 'draft-07' }),
    title: 'Sprintgate',
    description: 'Configuration of Sprintgate: .github/sprintgate.yml on the default branch.',
  };
}
