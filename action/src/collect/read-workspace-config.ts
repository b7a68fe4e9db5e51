import { readFile } from 'node:fs/promises';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import type { Config } from '../../../src/core/policy/config-schema.ts';
import { parseConfig } from '../../../src/core/policy/parse-config.ts';

export interface WorkspaceConfig {
  readonly locale: Locale;
  /** Null when there is none, or it is broken: the summary then goes by folders. */
  readonly config: Config | null;
  readonly warnings: readonly string[];
}

/** The configuration in the workspace, and whether the gates will look at an upload of this name. It only warns: what counts is the default branch's. */
export async function readWorkspaceConfig(file: string, uploadName: string): Promise<WorkspaceConfig> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const config = text === null ? null : parseConfig(file, text).config;
  const prefix = config?.evidence?.uploads ?? 'sprintgate';
  const named = Object.values(config?.components ?? {}).flatMap((component) => component?.uploads ?? []);
  // `api` stands for `sprintgate-api` too, as the gates have it.
  const expected = new Set(named.map((upload) => (upload.startsWith(prefix) ? upload : `${prefix}-${upload}`)));
  const warnings: string[] = [];
  if (!uploadName.startsWith(prefix))
    warnings.push(`upload-name ${uploadName} does not begin with ${prefix}, so the gates will not look at it; see evidence.uploads.`);
  else if (expected.size > 0 && !expected.has(uploadName) && !named.includes(uploadName))
    warnings.push(`no component expects an upload named ${uploadName}; expected are ${[...expected].join(', ')}.`);
  return { locale: config?.locale ?? 'en', config, warnings };
}
