import type { Locale } from '../playbook/text-schema.ts';

export interface BacklogWords {
  readonly label: string;
  readonly labelOf: (kind: string) => string;
  readonly labelAdopted: string;
  readonly labelCounted: string;
  readonly labelReviewed: (checkpoint: string) => string;
  readonly pilotMilestone: (phase: string) => string;
  readonly planned: (start: string, end: string) => string;
  readonly facts: string;
  readonly fact: string;
  readonly value: string;
  readonly done: string;
  readonly criteria: string;
  readonly criterion: string;
  readonly decidedBy: string;
  readonly deliverables: string;
  readonly notes: string;
  readonly endsWith: (checkpoint: string) => string;
  readonly reviewed: string;
  readonly signOff: string;
  readonly signedBy: (authority: string) => string;
  readonly unset: (authority: string) => string;
  readonly command: (approve: string, reject: string) => string;
  readonly tickingIsNoSignOff: string;
  readonly yes: string;
  readonly no: string;
  readonly ours: string;
  readonly cut: string;
  readonly reason: string;
  readonly attest: (command: string) => string;
  readonly link: string;
  readonly and: string;
  readonly or: string;
}

const es: BacklogWords = {
  label: 'Sembrado por Sprintgate a partir del playbook.',
  labelOf: (kind) => `Sprintgate: ${kind}`,
  labelAdopted: 'Un tercero lo creó y Sprintgate lo adoptó. Quitarla lo devuelve.',
  labelCounted: 'Un criterio del playbook cuenta los issues abiertos con ella.',
  labelReviewed: (checkpoint) => `En un pull request: una revisión que lo apruebe firma ${checkpoint}.`,
  pilotMilestone: (phase) => `Piloto · ${phase}`,
  planned: (start, end) => `Planeado: ${start} → ${end}.`,
  facts: 'Datos',
  fact: 'Dato',
  value: 'Valor',
  done: 'Está listo cuando',
  criteria: 'Criterios que satisface',
  criterion: 'Criterio',
  decidedBy: 'Cómo se decide',
  deliverables: 'Entregables',
  notes: 'Lo que el método anota de la etapa',
  endsWith: (checkpoint) => `El bloque cierra con el checkpoint **${checkpoint}**.`,
  reviewed: 'Qué se revisa',
  signOff: 'Firma',
  signedBy: (authority) => `Firma: ${authority}.`,
  unset: (authority) => `Nadie está configurado todavía: escriba \`authorities.${authority}\` en \`.github/sprintgate.yml\`.`,
  command: (approve, reject) => `Para firmar, comente en este issue:\n\n\`\`\`\n${approve}\n\`\`\`\n\nPara rechazar: \`${reject}\`.`,
  tickingIsNoSignOff: 'Marcar casillas o cerrar este issue no cuenta como firma.',
  yes: 'sí',
  no: 'no',
  ours: 'Este issue es propuesta del playbook: el método lo deja abierto.',
  cut: '_El resto no cabe en un issue; está completo en el playbook._',
  reason: 'MOTIVO',
  attest: (command) => `Para atestiguar que se cumple: \`${command}\`.`,
  link: 'ENLACE',
  and: ' y ',
  or: ' o ',
};

const en: BacklogWords = {
  label: 'Seeded by Sprintgate from the playbook.',
  labelOf: (kind) => `Sprintgate: ${kind}`,
  labelAdopted: 'Written by somebody else and adopted by Sprintgate. Removing it gives it back.',
  labelCounted: 'A criterion of the playbook counts the open issues that carry it.',
  labelReviewed: (checkpoint) => `On a pull request: an approving review signs ${checkpoint} off.`,
  pilotMilestone: (phase) => `Pilot · ${phase}`,
  planned: (start, end) => `Planned: ${start} → ${end}.`,
  facts: 'Facts',
  fact: 'Fact',
  value: 'Value',
  done: 'It is done when',
  criteria: 'Criteria it satisfies',
  criterion: 'Criterion',
  decidedBy: 'How it is decided',
  deliverables: 'Deliverables',
  notes: 'What the method notes of the stage',
  endsWith: (checkpoint) => `The block ends with the checkpoint **${checkpoint}**.`,
  reviewed: 'What is reviewed',
  signOff: 'Sign-off',
  signedBy: (authority) => `Signed by: ${authority}.`,
  unset: (authority) => `Nobody is configured yet: write \`authorities.${authority}\` in \`.github/sprintgate.yml\`.`,
  command: (approve, reject) => `To sign, comment on this issue:\n\n\`\`\`\n${approve}\n\`\`\`\n\nTo reject: \`${reject}\`.`,
  tickingIsNoSignOff: 'Ticking boxes or closing this issue is not a sign-off.',
  yes: 'yes',
  no: 'no',
  ours: 'This issue is the playbook’s proposal: the method leaves it open.',
  cut: '_The rest does not fit into an issue; the playbook has all of it._',
  reason: 'REASON',
  attest: (command) => `To attest that it holds: \`${command}\`.`,
  link: 'LINK',
  and: ' and ',
  or: ' or ',
};

const words: Record<Locale, BacklogWords> = { es, en };

/** The wording of plans and issues in the policy's language. */
export function backlogWords(locale: Locale): BacklogWords {
  return words[locale];
}
