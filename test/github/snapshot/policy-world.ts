import type { ConfigText } from '../../../src/github/snapshot/config-text.ts';
import type { ConfigMemory } from '../../../src/github/snapshot/policy-sources.ts';
import type { Answer } from '../authorities/tiny-github.ts';

export const configFile = '.github/sprintgate.yml';
export const playbookFile = '.github/playbook.yml';

/** A memory in this process, as the store keeps it. */
export function rememberingMemory(): ConfigMemory {
  const repositories = new Map<number, ConfigText>();
  const organisations = new Map<string, ConfigText>();
  return {
    lastGood: async (id) => repositories.get(id) ?? null,
    remember: async (id, config) => void repositories.set(id, config),
    lastOrganisation: async (owner) => organisations.get(owner) ?? null,
    rememberOrganisation: async (owner, config) => void organisations.set(owner, config),
  };
}

export type Files = Readonly<Record<string, string | 403>>;

/** Answers for files of acme/aval, and of acme/.github where the name begins with `organisation:`. 403: they may not be read. */
export function contentsOf(files: Files): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const [path, repo] = name.startsWith('organisation:') ? [name.slice('organisation:'.length), '.github'] : [name, 'aval'];
      const answer = text === 403 ? { status: 403, body: { message: 'Resource not accessible by integration' } } : { body: fileOf(text) };
      return [`GET /repos/acme/${repo}/contents/${encodeURIComponent(path)}`, answer];
    }),
  );
}

function fileOf(text: string) {
  return { type: 'file', sha: `sha-${text.length}-${text.at(-2) ?? ''}`, content: Buffer.from(text).toString('base64') };
}

export const configText = (playbook: string, more = '') =>
  `playbook: ${playbook}\nlocale: en\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }\n${more}`;
