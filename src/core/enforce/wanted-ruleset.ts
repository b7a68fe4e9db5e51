import { isOurCheck } from './stranded-checks.ts';
import { type Ruleset, type RulesetRule, rulesetName } from './ruleset.ts';

const ruleType = 'required_status_checks';

interface Wanted {
  readonly checks: readonly string[];
  readonly appId: number;
  readonly refs: readonly string[];
  /** The ruleset of our name as it stands; null where there is none. */
  readonly current: Ruleset | null;
  /** Names or patterns of repositories, for an organisation's ruleset. */
  readonly repositories?: readonly string[];
}

/**
 * The ruleset that requires the gates, each bound to the app: a check of the same name by anybody else does not count. What
 * people added to it (other rules, other checks, who may go past it) stays; its branches and our checks are set anew.
 */
export function wantedRuleset({ checks, appId, refs, current, repositories }: Wanted): Ruleset {
  const others = (current?.rules ?? []).filter(({ type }) => type !== ruleType);
  const before = current?.rules.find(({ type }) => type === ruleType);
  return {
    name: rulesetName,
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: refs, exclude: [] }, ...(repositories ? { repository_name: { include: repositories, exclude: [] } } : {}) },
    rules: [...others, requireChecks({ checks, appId, refs, before })],
    ...(current?.bypass_actors ? { bypass_actors: current.bypass_actors } : {}),
  };
}

function requireChecks(input: Pick<Wanted, 'checks' | 'appId' | 'refs'> & { readonly before: RulesetRule | undefined }): RulesetRule {
  const foreign = checksOf(input.before).filter(({ context }) => !isOurCheck(context) && !input.checks.includes(context));
  return {
    type: ruleType,
    parameters: {
      strict_required_status_checks_policy: false,
      ...input.before?.parameters,
      // A new release branch starts at a commit of the base, on which no pull request was judged.
      ...(input.refs.some((ref) => ref.includes('*')) ? { do_not_enforce_on_create: true } : {}),
      required_status_checks: [...foreign, ...input.checks.map((context) => ({ context, integration_id: input.appId }))],
    },
  };
}

/** The checks that a rule requires; none for a rule of another kind. */
export function checksOf(rule: RulesetRule | undefined): { context: string; integration_id?: number }[] {
  const listed = rule?.type === ruleType ? rule.parameters?.[ruleType] : undefined;
  return Array.isArray(listed) ? (listed as { context: string; integration_id?: number }[]) : [];
}
