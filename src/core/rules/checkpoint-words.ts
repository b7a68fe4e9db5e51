import type { CheckpointStanding } from '../gates/checkpoint/checkpoint-state.ts';
import type { Locale } from '../playbook/text-schema.ts';

interface CheckpointWords {
  readonly state: Readonly<Record<CheckpointStanding, (title: string, by: string) => string>>;
  readonly conditions: (conditions: readonly string[]) => string;
  readonly unknown: (id: string) => string;
  readonly mendPlaybook: string;
  readonly nobody: (authority: string) => string;
  readonly nameAuthority: (id: string) => string;
  readonly sign: (who: string, checkpoint: string) => string;
}

/** How a rule tells the state of a checkpoint. */
export const checkpointWords: Record<Locale, CheckpointWords> = {
  en: {
    state: {
      approved: (title, by) => `“${title}” was signed off by ${by}`,
      conditions: (title, by) => `“${title}” was signed off with conditions by ${by}`,
      baseline: (title, by) => `“${title}” was accepted as a baseline by ${by}`,
      rejected: (title, by) => `“${title}” was rejected by ${by}`,
      revoked: (title, by) => `The sign-off of “${title}” was revoked by ${by}`,
      expired: (title, by) => `The sign-off of “${title}” by ${by} has expired`,
      partial: (title, by) => `“${title}” still lacks signatures; signed so far: ${by}`,
      unsigned: (title) => `“${title}” is not signed off`,
    },
    conditions: (conditions) => conditions.join('; '),
    unknown: (id) => `The playbook has no checkpoint ${id}`,
    mendPlaybook: 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.',
    nobody: (authority) => `The configuration names nobody for the authority “${authority}”`,
    nameAuthority: (id) => `Name them in \`.github/sprintgate.yml\`: \`authorities: { ${id}: { teams: [ORG/TEAM] } }\``,
    sign: (who, checkpoint) => `${who}: comment \`/sprintgate approve ${checkpoint}\` on the checkpoint’s issue.`,
  },
  es: {
    state: {
      approved: (title, by) => `«${title}» fue firmado por ${by}`,
      conditions: (title, by) => `«${title}» fue firmado con condiciones por ${by}`,
      baseline: (title, by) => `«${title}» fue aceptado como línea base por ${by}`,
      rejected: (title, by) => `«${title}» fue rechazado por ${by}`,
      revoked: (title, by) => `La firma de «${title}» fue revocada por ${by}`,
      expired: (title, by) => `La firma de «${title}» por ${by} venció`,
      partial: (title, by) => `A «${title}» le faltan firmas; ya firmó ${by}`,
      unsigned: (title) => `«${title}» no está firmado`,
    },
    conditions: (conditions) => conditions.join('; '),
    unknown: (id) => `El playbook no tiene el punto de revisión ${id}`,
    mendPlaybook: 'Corrija el playbook o su extensión en `.github/sprintgate.yml`; `sprintgate validate` muestra el lugar.',
    nobody: (authority) => `La configuración no nombra a nadie para la autoridad «${authority}»`,
    nameAuthority: (id) => `Nómbrela en \`.github/sprintgate.yml\`: \`authorities: { ${id}: { teams: [ORG/EQUIPO] } }\``,
    sign: (who, checkpoint) => `${who}: comente \`/sprintgate aprobar ${checkpoint}\` en el issue del punto de revisión.`,
  },
};
