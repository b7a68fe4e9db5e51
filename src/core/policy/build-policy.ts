import type { ReportMapping } from '../evidence/classify/report-mapping.ts';
import { canonicalJson, sha256 } from '../markers/digest.ts';
import type { LoadedPlaybook } from '../playbook/parse-playbook.ts';
import type { Playbook } from '../playbook/playbook-schema.ts';
import { assumedOrigins } from './assumed-origins.ts';
import type { AuthorityConfig } from './authority-schema.ts';
import { carryOf } from './carry-of.ts';
import type { Config } from './config-schema.ts';
import { readMinutes, readSprintDays, readWaitMinutes } from './durations.ts';
import { enforceOf } from './enforce-of.ts';
import { ownPlaybookOf } from './own-playbook-of.ts';
import { basisPointsOf } from './percent.ts';
import type { AuthorityRule, Component, ConfigLayer, CoveragePolicy, DeploymentPolicy, Policy, ReleasePolicy, Schedule } from './policy.ts';
import { readHolidays } from './read-holidays.ts';
import { sprintsOf } from './sprints-of.ts';
import { voidsOf } from './voids-of.ts';

/** A configuration in which nothing that must be said is left open. */
export type CompleteConfig = Config & {
  readonly locale: NonNullable<Config['locale']>;
  readonly tier: number;
  readonly product: string;
  readonly schedule: NonNullable<Config['schedule']> & { readonly start: string };
};

/** What is assumed where neither a file nor the playbook says anything; each is documented in docs/configuration.md. */
const defaults = {
  timezone: 'America/Mexico_City',
  everyBranch: ['**'],
  releaseHeads: ['release/**', 'release-please--**', 'changeset-release/**'],
  releaseLabels: ['release'],
  uploads: 'sprintgate',
  deadlineMinutes: 60,
  exempt: ['dependabot[bot]', 'renovate[bot]'],
} as const;

/** Fills a checked configuration from its playbook and the defaults. */
export function buildPolicy(config: CompleteConfig, loaded: LoadedPlaybook, origins: Readonly<Record<string, ConfigLayer>>): Policy {
  const { playbook } = loaded;
  const tier = tierOf(config.tier);
  const content = {
    playbook,
    locale: config.locale,
    unit: config.unit ?? '.',
    tier,
    products: config.product === 'both' ? playbook.products : [config.product],
    regulations: config.regulations ?? [],
    schedule: scheduleOf(config, playbook),
    components: componentsOf(config, playbook),
    authorities: authoritiesOf(config, playbook),
    branches: config.branches ?? defaults.everyBranch,
    release: releaseOf(config, playbook),
    environments: config.environments ?? {},
    deployments: deploymentsOf(config),
    ...enforceOf(config, playbook),
    parameters: parametersOf(config, playbook),
    coverage: coverageOf(config, playbook),
    evidence: {
      workflows: config.evidence?.workflows ?? [],
      uploads: config.evidence?.uploads ?? defaults.uploads,
      trusted: config.evidence?.trusted ?? null,
      sourceRoots: config.evidence?.sourceRoots ?? [],
      reports: (config.evidence?.reports ?? []).map(mappingOf),
      ...(config.evidence?.checks ? { checks: config.evidence.checks } : {}),
      ...(config.evidence?.codeScanning ? { codeScanning: config.evidence.codeScanning } : {}),
    },
    independence: config.independence ?? ('authors' as const),
    ...voidsOf(config, playbook),
    ...planningOf(config),
    ...sprintsOf(config),
    seed: { owners: config.seed?.owners ?? [] },
    freeze: config.freeze ?? [],
    ...(config.freezeLabel === undefined ? {} : { freezeLabel: config.freezeLabel }),
    ...(config.freezeException === undefined ? {} : { freezeException: config.freezeException }),
    locked: config.locked ?? [],
    forbidWeakening: config.forbid === 'weakening',
    ...(config.weakeningBy === undefined ? {} : { weakeningBy: config.weakeningBy }),
    ...ownPlaybookOf(loaded),
  };
  const text = loaded.texts[config.locale];
  return { ...content, digest: sha256(canonicalJson(content)), text, origins: { ...assumedOrigins(content), ...origins } };
}

function scheduleOf(config: CompleteConfig, playbook: Playbook): Schedule {
  const { schedule } = config;
  const holidays = (schedule.holidays ?? []).flatMap((entry) => readHolidays(entry) ?? []);
  const forTier = playbook.profiles.find((profile) => profile.tiers?.includes(config.tier));
  const forAll = playbook.profiles.find((profile) => profile.tiers === undefined) ?? playbook.profiles[0];
  return {
    start: schedule.start,
    sprintDays: (schedule.sprint === undefined ? null : readSprintDays(schedule.sprint)) ?? playbook.sprint.weeks * 7,
    timezone: schedule.timezone ?? defaults.timezone,
    holidays: [...new Set(holidays)].sort(),
    profile: schedule.profile ?? forTier?.id ?? forAll?.id ?? '',
  };
}

function componentsOf(config: Config, playbook: Playbook): Component[] {
  return Object.entries(config.components ?? {}).map(([id, component]) => ({
    id,
    kind: component.kind,
    paths: component.paths,
    exclude: component.exclude ?? [],
    floor: pointsOf(component.coverage?.target) ?? playbook.componentKinds.find((kind) => kind.id === component.kind)?.floor ?? 10_000,
    uploads: component.uploads ?? [],
    ...(component.openapi === undefined ? {} : { openapi: component.openapi }),
    ...thresholdOf(component.coverage?.threshold ?? config.coverage?.threshold),
    ...carryOf(component.coverage?.carryForward ?? config.coverage?.carryForward),
  }));
}

/** By authority id, and by checkpoint id where one is configured by its own name: the narrower one holds for its checkpoint. */
function authoritiesOf(config: Config, playbook: Playbook): Record<string, AuthorityRule> {
  const written = Object.fromEntries(Object.entries(config.authorities ?? {}).map(([id, rule]) => [id, ruleOf(rule)]));
  const filled = { ...written };
  for (const authority of playbook.authorities) {
    const checkpoints = playbook.checkpoints.filter((checkpoint) => checkpoint.authority === authority.id);
    const only = checkpoints.length === 1 ? written[checkpoints[0]?.id ?? ''] : undefined;
    if (!Object.hasOwn(written, authority.id) && only) filled[authority.id] = only;
  }
  return filled;
}

function ruleOf(rule: AuthorityConfig): AuthorityRule {
  if (rule.all) return { all: rule.all.map(ruleOf) };
  if (rule.any) return { any: rule.any.map(ruleOf) };
  return {
    ...(rule.teams ? { teams: rule.teams } : {}),
    ...(rule.users ? { users: rule.users } : {}),
    ...(rule.roles ? { roles: rule.roles } : {}),
    count: rule.count ?? 1,
  };
}

function mappingOf(written: NonNullable<NonNullable<Config['evidence']>['reports']>[number]): ReportMapping {
  const { files = [], uploads = [], suites = [], type = null, component = null, scan = null, metrics = {} } = written;
  return {
    files,
    uploads,
    suites,
    type,
    component,
    scan,
    metrics: Object.entries(metrics).map(([name, { path, unit = null, direction = null }]) => ({ name, path: path ?? name, unit, direction })),
  };
}

function releaseOf(config: Config, playbook: Playbook): ReleasePolicy {
  const usual = playbook.targets.includes('release') ? 'release' : playbook.targets[0];
  return {
    branches: config.release?.branches ?? defaults.everyBranch,
    heads: config.release?.heads ?? defaults.releaseHeads,
    labels: config.release?.labels ?? defaults.releaseLabels,
    always: config.release?.always ?? [],
    target: config.release?.target ?? usual ?? 'release',
    ...unitsOf(config),
  };
}

function unitsOf({ release }: Config): Pick<ReleasePolicy, 'units'> {
  const units = Object.entries(release?.units ?? {}).map(([id, { heads = [], labels = [], components }]) => ({ id, heads, labels, components }));
  return units.length === 0 ? {} : { units };
}

/** Bots that keep dependencies up to date work off no plan. Other bots may write the product, so they are not let off. */
function planningOf({ planning }: Config): Pick<Policy, 'planning'> {
  const unplanned = planning?.unplanned ?? 'allow';
  const exempt = planning?.exempt ?? defaults.exempt;
  return unplanned === 'allow' ? {} : { planning: { unplanned, exempt: exempt.map((login) => login.toLowerCase()) } };
}

function deploymentsOf({ deployments }: Config): DeploymentPolicy {
  return {
    onFail: deployments?.onFail ?? 'wait',
    rejectAfterMinutes: deployments?.rejectAfter === undefined ? null : readWaitMinutes(deployments.rejectAfter),
  };
}

function parametersOf(config: Config, playbook: Playbook): Policy['parameters'] {
  return Object.fromEntries(playbook.parameters.map((parameter) => [parameter.id, config.parameters?.[parameter.id] ?? parameter.value]));
}

function coverageOf(config: Config, playbook: Playbook): CoveragePolicy {
  const { coverage } = config;
  return {
    total: {
      floor: pointsOf(coverage?.total) ?? playbook.coverage.total,
      strict: coverage?.strict ?? playbook.coverage.strict,
      from: playbook.coverage.totalFrom,
    },
    smallChange: coverage?.smallChange ?? playbook.coverage.smallChange,
    unreportedLimit: coverage?.unreportedLimit ?? null,
    deadlineMinutes: (coverage?.deadline === undefined ? null : readMinutes(coverage.deadline)) ?? defaults.deadlineMinutes,
    ...thresholdOf(coverage?.threshold),
    ...carryOf(coverage?.carryForward),
  };
}

function thresholdOf(percent: number | undefined): { threshold?: number } {
  const threshold = pointsOf(percent);
  return threshold === null ? {} : { threshold };
}

function pointsOf(percent: number | undefined): number | null {
  return percent === undefined ? null : basisPointsOf(percent);
}

function tierOf(tier: number): Policy['tier'] {
  return tier === 1 || tier === 2 || tier === 3 ? tier : 4;
}
