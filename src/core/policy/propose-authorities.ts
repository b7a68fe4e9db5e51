/** Who is proposed to sign a checkpoint, as a line of YAML. */
export interface ProposedAuthority {
  readonly checkpoint: string;
  readonly rule: string;
}

const wanted: readonly (readonly [checkpoint: string, team: RegExp])[] = [
  ['architecture-review', /arch|arquitect/],
  ['model-performance', /data-?sci|machine-learning|\bml\b|-ml|ml-|model|ciencia/],
  ['integration-tests', /\bqa\b|quality|test|calidad|backend|api/],
  ['ux-review', /ux|design|diseno|frontend|product/],
  ['sre-review', /sre|ops|platform|plataforma|infra|reliab/],
  ['security-review', /sec|segur|ciso/],
  ['performance-benchmarks', /perf|sre|\bqa\b|platform|plataforma|rendim/],
  ['stakeholder-review', /stakeholder|product|negocio|business|owner/],
  ['go-live-readiness', /release|go-?live|product|lider|lead|ciso/],
];

/** Proposes a team for each checkpoint by its name, else the repository's administrators. */
export function proposeAuthorities(input: { owner: string; ownerType: string; teams: readonly string[] }): ProposedAuthority[] {
  const teams = input.ownerType === 'User' ? [] : input.teams.map((team) => (team.includes('/') ? team : `${input.owner}/${team}`)).filter(isTeam);
  return wanted.map(([checkpoint, sign]) => {
    const team = teams.find((name) => sign.test(name.slice(name.indexOf('/') + 1).toLowerCase()));
    return { checkpoint, rule: team ? `{ teams: [${team}], count: 1 }` : '{ roles: [admin], count: 1 }' };
  });
}

function isTeam(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9_.-]+$/.test(name);
}
