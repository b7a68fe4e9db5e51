import { readFile } from 'node:fs/promises';

/** A workflow to put into a repository. */
export interface WorkflowTemplate {
  /** Where it belongs, from the repository's root. */
  readonly path: string;
  readonly text: string;
}

const partsOf = { collect: ['collect'], gate: ['collect', 'gate', 'seed'] } as const;

export type WorkflowChoice = keyof typeof partsOf;

/** The workflows of a choice, in a language: `collect` beside the app, `gate` without a server. */
export async function workflowTemplates(choice: WorkflowChoice, locale: 'es' | 'en'): Promise<WorkflowTemplate[]> {
  return Promise.all(
    partsOf[choice].map(async (part) => ({
      path: `.github/workflows/sprintgate-${part}.yml`,
      text: await readFile(new URL(`../../templates/init/sprintgate-${part}.${locale}.yml`, import.meta.url), 'utf8'),
    })),
  );
}
