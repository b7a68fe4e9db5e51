import type { Locale } from '../playbook/text-schema.ts';

/** One sentence in every language we speak. */
export type Words = Readonly<Record<Locale, string>>;

/** What to write instead, by code. The schema names the code, so that a value's demand and its error cannot drift apart. */
const expectationWords = {
  percent: {
    en: 'write a percentage from 0 to 100, with at most two decimals and without a % sign',
    es: 'escriba un porcentaje de 0 a 100, con dos decimales como máximo y sin el signo %',
  },
  'percent-range': { en: 'write a percentage from 0 to 100', es: 'escriba un porcentaje de 0 a 100' },
  count: { en: 'write a whole number, 0 or more', es: 'escriba un número entero, 0 o mayor' },
  'people-count': { en: 'write how many people must sign, 1 or more', es: 'escriba cuántas personas deben firmar, 1 o más' },
  boolean: { en: 'write true or false', es: 'escriba true o false' },
  date: { en: 'write a date that exists, as YYYY-MM-DD', es: 'escriba una fecha que exista, en la forma AAAA-MM-DD' },
  holiday: {
    en: 'write a date such as 2027-03-29, or a range of at most a year such as 2027-03-29..2027-04-02',
    es: 'escriba una fecha como 2027-03-29, o un rango de un año como máximo, como 2027-03-29..2027-04-02',
  },
  'sprint-length': {
    en: 'write a length such as 2w or 10d (calendar days, from 1d to 12w)',
    es: 'escriba una duración como 2w o 10d (días naturales, de 1d a 12w)',
  },
  timezone: { en: 'write an IANA time zone such as America/Mexico_City', es: 'escriba una zona horaria IANA como America/Mexico_City' },
  minutes: { en: 'write a time such as 90m or 2h, up to 24h', es: 'escriba un tiempo como 90m o 2h, de 24h como máximo' },
  'wait-time': { en: 'write a time such as 90m, 12h or 7d, up to 29d', es: 'escriba un tiempo como 90m, 12h o 7d, de 29d como máximo' },
  'on-fail': { en: 'write wait or reject', es: 'escriba wait o reject' },
  locale: { en: 'write es or en', es: 'escriba es o en' },
  tier: { en: 'write a tier from 1 (most critical) to 4', es: 'escriba un nivel de 1 (el más crítico) a 4' },
  enforcement: {
    en: 'write block, warn or off, or one of these from a block on such as { s00: warn, s05: block }',
    es: 'escriba block, warn u off, o uno de ellos a partir de un bloque, como { s00: warn, s05: block }',
  },
  void: { en: 'write never, on-merge, or a number of days such as 90d', es: 'escriba never, on-merge, o un número de días como 90d' },
  rollover: { en: 'write move, ask or leave', es: 'escriba move, ask o leave' },
  unplanned: { en: 'write allow, warn or block', es: 'escriba allow, warn o block' },
  independence: { en: 'write authors or strict', es: 'escriba authors o strict' },
  forbid: { en: 'write weakening, or leave it out', es: 'escriba weakening, o quítelo' },
  playbook: {
    en: 'write a playbook and its version, such as construir@1, or a file such as ./.github/playbook.yml',
    es: 'escriba un playbook y su versión, como construir@1, o un archivo como ./.github/playbook.yml',
  },
  id: { en: 'write an id in lower case, its words joined by - or .', es: 'escriba un identificador en minúsculas, con sus palabras unidas por - o .' },
  name: { en: 'write a name', es: 'escriba un nombre' },
  glob: { en: 'write a pattern over paths such as "src/api/**"', es: 'escriba un patrón de rutas como "src/api/**"' },
  'check-name': {
    en: 'write the name of a check run, or a pattern of it, such as "ci / ruff"',
    es: 'escriba el nombre de un check, o un patrón de él, como "ci / ruff"',
  },
  'openapi-path': {
    en: 'write a path from the root of the repository that ends in .json, .yaml or .yml, such as docs/openapi.yaml',
    es: 'escriba una ruta desde la raíz del repositorio que termine en .json, .yaml o .yml, como docs/openapi.yaml',
  },
  globs: { en: 'write a list of patterns such as ["src/api/**"]', es: 'escriba una lista de patrones como ["src/api/**"]' },
  'branch-pattern': { en: 'write a branch or a pattern such as "release/**"', es: 'escriba una rama o un patrón como "release/**"' },
  list: { en: 'write a list such as [a, b]', es: 'escriba una lista como [a, b]' },
  team: { en: 'write a team as organisation/team, such as acme/security', es: 'escriba un equipo como organización/equipo, por ejemplo acme/seguridad' },
  user: { en: 'write a GitHub login without @', es: 'escriba un usuario de GitHub sin @' },
  role: { en: 'write admin, maintain, write, triage or read', es: 'escriba admin, maintain, write, triage o read' },
  authority: {
    en: 'write teams, users or roles with count, or all or any with a list of them',
    es: 'escriba teams, users o roles con count, o bien all o any con una lista de ellos',
  },
  map: { en: 'write a map of keys and values', es: 'escriba un mapa de claves y valores' },
  parameter: { en: 'write a number, a text, or true or false', es: 'escriba un número, un texto, o true o false' },
  'metric-unit': {
    en: 'write ratio, percent, ns, us, ms, s, requests/s, count or days',
    es: 'escriba ratio, percent, ns, us, ms, s, requests/s, count o days',
  },
  direction: { en: 'write higher or lower', es: 'escriba higher o lower' },
  number: { en: 'write a number', es: 'escriba un número' },
  carry: {
    en: 'write how old it may be, such as { days: 7, commits: 20 } (1 to 90 days, 0 to 99 commits), or false',
    es: 'escriba qué tan antigua puede ser, como { days: 7, commits: 20 } (de 1 a 90 días, de 0 a 99 commits), o false',
  },
  scanning: { en: 'write true, false, or the tools such as { tools: [CodeQL] }', es: 'escriba true, false, o las herramientas, como { tools: [CodeQL] }' },
  components: { en: 'write at least one component with its kind and paths, or remove it', es: 'escriba al menos un componente con kind y paths, o quítelo' },
  'locked-path': {
    en: 'write a path of this file such as authorities or coverage.total',
    es: 'escriba una ruta de este archivo, como authorities o coverage.total',
  },
  text: { en: 'write a text', es: 'escriba un texto' },
  unit: {
    en: 'leave it out: units of a monorepo are reserved for a later version',
    es: 'quítelo: las unidades de un monorepo están reservadas para una versión posterior',
  },
} as const satisfies Record<string, Words>;

export type Expectation = keyof typeof expectationWords;

/** What to write instead of a wrong value, in both languages; null for a code that is not ours. */
export function expectation(code: string): Words | null {
  return Object.hasOwn(expectationWords, code) ? expectationWords[code as Expectation] : null;
}

/** The sentences of all problems of a configuration file. */
export const configWords = {
  wrong: (path: string, shown: Words, write: Words): Words => ({ en: `${path} is ${shown.en}; ${write.en}.`, es: `${path} es ${shown.es}; ${write.es}.` }),
  unknownKey: (path: string, nearest: string | null, known: readonly string[]): Words => ({
    en: `${path} is not known here; ${nearest ? `did you mean ${nearest}?` : `write one of ${known.join(', ')}, or remove it.`}`,
    es: `${path} no se conoce aquí; ${nearest ? `¿quiso escribir ${nearest}?` : `escriba una de ${known.join(', ')}, o quítela.`}`,
  }),
  otherDirection: (name: string, direction: 'higher' | 'lower'): Words => ({
    en: `the playbook asks for a ${direction} ${name}; write direction: ${direction}, or give the figure another name.`,
    es: `el playbook pide que ${name} sea ${direction === 'higher' ? 'mayor' : 'menor'}; escriba direction: ${direction}, o dele otro nombre a la medida.`,
  }),
  reserved: (key: string): Words => ({
    en: `${key} is reserved for a later version; leave it out.`,
    es: `${key} está reservada para una versión posterior; quítela.`,
  }),
  reservedKey: (key: string): Words => ({ en: `${key} cannot be a key; write another name.`, es: `${key} no puede ser una clave; escriba otro nombre.` }),
  unknownValue: (input: { path: string; shown: Words; what: Words; of?: Words | undefined; nearest: string | null; known: readonly string[] }): Words => ({
    en: `${input.path} is ${input.shown.en}, which is not ${input.what.en}${input.of?.en ?? ' of the playbook'}; ${input.nearest ? `did you mean ${input.nearest}?` : known(input.known).en}`,
    es: `${input.path} es ${input.shown.es}, que no es ${input.what.es}${input.of?.es ?? ' del playbook'}; ${input.nearest ? `¿quiso escribir ${input.nearest}?` : known(input.known).es}`,
  }),
  unknownName: (input: { path: string; what: Words; nearest: string | null; known: readonly string[] }): Words => ({
    en: `${input.path} does not name ${input.what.en} of the playbook; ${input.nearest ? `did you mean ${input.nearest}?` : known(input.known).en}`,
    es: `${input.path} no nombra ${input.what.es} del playbook; ${input.nearest ? `¿quiso escribir ${input.nearest}?` : known(input.known).es}`,
  }),
  missing: (path: string, write: string): Words => ({ en: `${path} is missing; write ${write}.`, es: `falta ${path}; escriba ${write}.` }),
  playbookMismatch: (written: string, loaded: string): Words => ({
    en: `playbook is ${written}, but ${loaded} was loaded; write playbook: ${loaded}.`,
    es: `playbook es ${written}, pero se cargó ${loaded}; escriba playbook: ${loaded}.`,
  }),
  badGlob: (path: string, shown: Words): Words => ({
    en: `${path} is ${shown.en}, which can match no file; write a pattern from the root of the repository such as "src/api/**".`,
    es: `${path} es ${shown.es}, que no puede coincidir con ningún archivo; escriba un patrón desde la raíz del repositorio como "src/api/**".`,
  }),
  unboundedGlob: (path: string, shown: Words): Words => ({
    en: `${path} is ${shown.en}, which could take too long to match; write at most 200 characters, three stars and three braces between slashes, and no extended globs such as +(a|b).`,
    es: `${path} es ${shown.es}, que podría tardar demasiado en compararse; escriba 200 caracteres como máximo, tres asteriscos y tres llaves entre diagonales, y ningún glob extendido como +(a|b).`,
  }),
  emptyAuthority: (path: string): Words => ({
    en: `${path} names nobody; write at least one of teams, users and roles, or all or any with a list of them.`,
    es: `${path} no nombra a nadie; escriba al menos uno de teams, users y roles, o bien all o any con una lista de ellos.`,
  }),
  mixedAuthority: (path: string): Words => ({
    en: `${path} mixes all, any and names; write only one of all, any, or teams, users and roles with count.`,
    es: `${path} mezcla all, any y nombres; escriba solo uno de all, any, o bien teams, users y roles con count.`,
  }),
  tooFewUsers: (path: string, count: number, users: number): Words => ({
    en: `${path} asks for ${count} people but names ${users}; write a count of at most ${users}, or name more people.`,
    es: `${path} pide ${count} personas pero nombra ${users}; escriba un count de ${users} como máximo, o nombre a más personas.`,
  }),
  reversed: (path: string, from: string, to: string): Words => ({
    en: `${path} runs from ${from} to ${to}; write the earlier date first.`,
    es: `${path} va de ${from} a ${to}; escriba primero la fecha anterior.`,
  }),
  idleComponents: (path: string, rule: string): Words => ({
    en: `${path} has no effect beside void: ${rule}; write void: on-merge, or remove it.`,
    es: `${path} no tiene efecto junto a void: ${rule}; escriba void: on-merge, o quítelo.`,
  }),
  organisationOnly: (path: string): Words => ({
    en: `${path} belongs in the organisation's file; remove it here.`,
    es: `${path} va en el archivo de la organización; quítelo de aquí.`,
  }),
  locked: (path: string): Words => ({
    en: `${path} is locked by the organisation, whose value stays; remove it here.`,
    es: `${path} está bloqueado por la organización y se mantiene su valor; quítelo de aquí.`,
  }),
  weakening: (path: string, what: Words): Words => ({
    en: `${path}: ${what.en}. The organisation forbids weakening; write the stricter value or remove it.`,
    es: `${path}: ${what.es}. La organización prohíbe debilitar las reglas; escriba el valor más estricto o quítelo.`,
  }),
  empty: (): Words => ({
    en: 'The file is empty; write at least playbook, locale, tier, product and schedule.start.',
    es: 'El archivo está vacío; escriba al menos playbook, locale, tier, product y schedule.start.',
  }),
  notMap: (shown: Words): Words => ({
    en: `The file is ${shown.en}; write keys and values such as playbook: construir@1.`,
    es: `El archivo es ${shown.es}; escriba claves y valores como playbook: construir@1.`,
  }),
  tooLong: (limit: number): Words => ({
    en: `The file has more than ${limit} characters; write a shorter one.`,
    es: `El archivo tiene más de ${limit} caracteres; escriba uno más corto.`,
  }),
  aliases: (): Words => ({
    en: 'The file repeats aliases too often or in a circle; write the values out.',
    es: 'El archivo repite demasiados alias o los encadena en círculo; escriba los valores completos.',
  }),
  yaml: (what: string, mend: Words): Words => ({ en: `This is not valid YAML: ${what}; ${mend.en}.`, es: `Esto no es YAML válido (${what}); ${mend.es}.` }),
  duplicateKey: (key: string): Words => ({
    en: `${key} is written twice in the same map; keep one of them.`,
    es: `${key} está escrita dos veces en el mismo mapa; conserve solo una.`,
  }),
} as const;

function known(ids: readonly string[]): Words {
  if (ids.length === 0) return { en: 'it has none: remove it.', es: 'no tiene ninguno: quítelo.' };
  return { en: `write one of ${ids.join(', ')}.`, es: `escriba uno de ${ids.join(', ')}.` };
}
