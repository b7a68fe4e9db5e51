import { z } from 'zod';

const configuration = { title: 'Sprintgate', description: 'Configuration of Sprintgate: .github/sprintgate.yml on the default branch.' };

/** The JSON Schema that editors complete and check a file with: `.github/sprintgate.yml` unless another is named. */
export function editorSchema(schema: z.ZodType, about: { title: string; description: string } = configuration): object {
  return { ...z.toJSONSchema(schema, { io: 'input', target: 'draft-07' }), ...about };
}
