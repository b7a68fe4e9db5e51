import { smallConfig } from '../support/stage.ts';

interface Settings {
  /** The sprint in which the situation's morning lies. */
  readonly sprint?: number;
  /** Who may sign, by authority; the architects are ana alone when left out. */
  readonly authorities?: Readonly<Record<string, string>>;
  readonly locale?: 'en' | 'es';
  readonly tier?: number;
  /** What `enforce` says of these gates. */
  readonly enforce?: Readonly<Record<string, string>>;
  /** Further lines at the end. */
  readonly more?: string;
}

const firstDay = '2027-01-11';
const dayLength = 86_400_000;

/** The small configuration with these settings. */
export function configured({ sprint = 0, authorities = {}, locale = 'en', tier = 4, enforce = {}, more = '' }: Settings): string {
  const start = new Date(Date.parse(firstDay) - sprint * 14 * dayLength).toISOString().slice(0, 10);
  const people = Object.entries({ 'architecture-review': '{ users: [ana] }', escalation: '{ users: [ana] }', ...authorities });
  const gates = Object.entries({ coverage: 'block', checkpoint: 'block', quality: 'off', readiness: 'block', policy: 'block', ...enforce });
  return `${smallConfig
    .replace(`start: ${firstDay}`, `start: ${start}`)
    .replace('locale: en', `locale: ${locale}`)
    .replace('tier: 4', `tier: ${tier}`)
    .replace(/authorities:\n(?: {2}.*\n)+/, `authorities:\n${people.map(([id, rule]) => `  ${id}: ${rule}\n`).join('')}`)
    .replace(/enforce: .*\n/, `enforce: { ${gates.map(([id, mode]) => `${id}: ${mode}`).join(', ')} }\n`)}${more}`;
}
