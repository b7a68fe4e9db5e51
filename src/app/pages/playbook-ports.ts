import { InputError } from '../../core/errors/input-error.ts';
import { playbookLoader } from '../../engine/load-playbook.ts';
import type { PlaybookPorts } from '../../web/playbook/playbook-ports.ts';

/** The playbooks that come with the server and, where the operator has a folder of their own, those in it. */
export function playbookPorts(ownFolder: string | null): PlaybookPorts {
  const load = playbookLoader(ownFolder);
  return {
    find: (reference) =>
      load(reference).catch((error: unknown) => {
        if (error instanceof InputError) return null;
        throw error;
      }),
  };
}
