import type { ReportMapping } from '../evidence/classify/report-mapping.ts';
import type { Policy } from './policy.ts';
import type { Weakening } from './weakening.ts';

/** What counts as evidence, who counts as independent, whose seeded issues are ours, and when nothing may be released. */
export function evidenceWeakenings(before: Policy, after: Policy): Weakening[] {
  return [
    ...originWeakenings(before.evidence, after.evidence),
    ...contractWeakenings(before, after),
    ...peopleWeakenings(before, after),
    ...freezeWeakenings(before, after),
    ...liftedRules(before, after),
  ];
}

function originWeakenings(old: Policy['evidence'], now: Policy['evidence']): Weakening[] {
  const found: Weakening[] = [];
  if (old.trusted !== null && now.trusted !== old.trusted)
    found.push({ kind: 'evidence-loosened', path: 'evidence.trusted', from: old.trusted, to: now.trusted ?? '' });
  // An empty list of workflows admits them all.
  const admitted = old.workflows.length > 0 && (now.workflows.length === 0 || now.workflows.some((workflow) => !old.workflows.includes(workflow)));
  if (admitted) found.push({ kind: 'evidence-loosened', path: 'evidence.workflows', from: old.workflows.join(', '), to: now.workflows.join(', ') });
  if (!now.uploads.startsWith(old.uploads)) found.push({ kind: 'evidence-loosened', path: 'evidence.uploads', from: old.uploads, to: now.uploads });
  const [before, after] = [old.checks ?? {}, now.checks ?? {}].map((checks) => JSON.stringify(Object.entries(checks).sort()));
  if (before !== after) found.push({ kind: 'evidence-loosened', path: 'evidence.checks', from: listed(old.checks), to: listed(now.checks) });
  found.push(...scanningWeakenings(old.codeScanning, now.codeScanning));
  const reread = JSON.stringify(old.reports) !== JSON.stringify(now.reports);
  // An added entry too, even the last: it goes before labels, before what formats say, and before figures of the same name.
  if (reread)
    found.push({ kind: 'evidence-loosened', path: 'evidence.reports', from: old.reports.map(nameOf).join(', '), to: now.reports.map(nameOf).join(', ') });
  return found;
}

/** No alerts, or fewer tools that must have looked. */
function scanningWeakenings(old: Policy['evidence']['codeScanning'], now: Policy['evidence']['codeScanning']): Weakening[] {
  const [before, after] = [old, now].map((value) => (typeof value === 'object' ? value.tools.map((tool) => tool.toLowerCase()) : []));
  if (old === undefined || (now !== undefined && before?.every((tool) => after?.includes(tool)))) return [];
  return [{ kind: 'evidence-loosened', path: 'evidence.codeScanning', from: shownScanning(old), to: shownScanning(now) }];
}

function shownScanning(value: Policy['evidence']['codeScanning']): string {
  return typeof value === 'object' ? value.tools.join(', ') : String(value ?? false);
}

function listed(checks: Policy['evidence']['checks']): string {
  return Object.entries(checks ?? {})
    .map(([capability, name]) => `${capability}: ${name}`)
    .join(', ');
}

/** The contract is held against another document than before, which may not be the service's. */
function contractWeakenings(before: Policy, after: Policy): Weakening[] {
  return before.components.flatMap(({ id, openapi }): Weakening[] => {
    const now = after.components.find((component) => component.id === id)?.openapi;
    if (openapi === undefined || now === undefined || now === openapi) return [];
    return [{ kind: 'evidence-loosened', path: `components.${id}.openapi`, from: openapi, to: now }];
  });
}

function nameOf({ files, uploads, suites, type, component, scan, metrics }: ReportMapping): string {
  const of = [...files, ...uploads, ...suites].join(' ') || '**';
  const what = [type, component, scan, ...metrics.map(({ name }) => name)].filter((word) => word !== null).join(' ');
  return `${of}: ${what}`;
}

function peopleWeakenings(before: Policy, after: Policy): Weakening[] {
  const found: Weakening[] = [];
  if (before.independence === 'strict' && after.independence === 'authors')
    found.push({ kind: 'independence-loosened', path: 'independence', from: 'strict', to: 'authors' });
  const added = after.seed.owners.filter((owner) => !before.seed.owners.includes(owner));
  if (added.length > 0)
    found.push({
      kind: 'seed-owner-added',
      path: 'seed.owners',
      from: before.seed.owners.join(', '),
      to: after.seed.owners.join(', '),
      names: added.map((login) => `user:${login}`),
    });
  return found;
}

function freezeWeakenings(before: Policy, after: Policy): Weakening[] {
  const { freezeLabel: label } = before;
  const unlabelled: Weakening[] =
    label === undefined || label === after.freezeLabel ? [] : [{ kind: 'freeze-shortened', path: 'freezeLabel', from: label, to: after.freezeLabel ?? '' }];
  const shortened = before.freeze
    .filter((old) => !after.freeze.some((now) => now.from <= old.from && now.to >= old.to))
    .map((old): Weakening => ({
      kind: 'freeze-shortened',
      path: 'freeze',
      from: `${old.from}..${old.to}`,
      to: after.freeze.map((now) => `${now.from}..${now.to}`).join(', '),
    }));
  return [...shortened, ...unlabelled];
}

function liftedRules(before: Policy, after: Policy): Weakening[] {
  const found: Weakening[] = [];
  if (before.forbidWeakening && !after.forbidWeakening) found.push({ kind: 'rule-lifted', path: 'forbid', from: 'weakening', to: '' });
  const { weakeningBy: ruled } = before;
  if (ruled !== undefined && after.weakeningBy !== ruled) found.push({ kind: 'rule-lifted', path: 'weakeningBy', from: ruled, to: after.weakeningBy ?? '' });
  const unlocked = (before.locked ?? []).filter((path) => !(after.locked ?? []).some((lock) => path === lock || path.startsWith(`${lock}.`)));
  if (unlocked.length > 0) found.push({ kind: 'rule-lifted', path: 'locked', from: unlocked.join(', '), to: '' });
  return found;
}
