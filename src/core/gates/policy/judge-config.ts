import { commandTable } from '../../commands/command-table.ts';
import { weakeningAuthorities } from '../../people/command-authorities.ts';
import { describePlanDifference } from '../../backlog/describe-plan-difference.ts';
import { configSubject } from '../../people/config-subject.ts';
import { describeAuthority } from '../../people/describe-authority.ts';
import { signatures } from '../../people/signatures.ts';
import { standingDecisions } from '../../people/standing-decisions.ts';
import type { Decision } from '../../people/decision.ts';
import type { Locale } from '../../playbook/text-schema.ts';
import { problemMessage } from '../../policy/parse-config.ts';
import { describeWeakening } from '../../policy/describe-weakening.ts';
import type { ConfigProblem, Policy } from '../../policy/policy.ts';
import { inlineCode } from '../../report/markdown.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PolicyGateInput } from './policy-gate-input.ts';
import { describeFlips } from './describe-flips.ts';
import { policyWords } from './policy-words.ts';

/** Judges the configuration that is in force. A broken one is a fail while the last good one rules, except where this very pull request mends it. */
export function judgeConfig({ policy, snapshot, preview }: PolicyGateInput): Verdict {
  const words = policyWords[policy.locale];
  const state = snapshot.policy;
  const node = { id: 'config', title: words.titles.config, children: [] };
  if (state.kind !== 'in-force') return { ...node, verdict: 'cannot-evaluate', code: 'policy.config-unknown', reason: words.mend, next: words.mend };
  if (!state.lastGood) {
    const reason = state.problems.length === 0 ? words.inForce(state.commit) : words.inForceBut(state.problems.length, place(state.problems, policy.locale));
    return { ...node, verdict: 'pass', code: 'policy.in-force', reason, next: null };
  }
  if (preview && preview.problems.length === 0) return { ...node, verdict: 'pass', code: 'policy.mended-here', reason: words.mended, next: null };
  return {
    ...node,
    verdict: 'fail',
    code: 'policy.last-good',
    brief: words.brokenBrief,
    reason: words.broken(state.problems.length, place(state.problems, policy.locale), state.commit),
    next: words.mend,
  };
}

/** Judges the configuration that the pull request itself brings: it must be readable. It rules only once it is merged. */
export function judgePreview(input: PolicyGateInput): Verdict[] {
  const { policy, preview } = input;
  if (!preview) return [];
  const words = policyWords[policy.locale];
  const node = { id: 'preview', title: words.titles.preview, children: [] };
  if (preview.problems.length === 0)
    return [{ ...node, verdict: 'pass', code: 'policy.preview-good', reason: words.previewGood, next: null }, ...showPlan(input)];
  return [
    {
      ...node,
      verdict: 'fail',
      code: 'policy.preview-broken',
      brief: words.previewBadBrief(preview.problems.length),
      reason: words.previewBad(preview.problems.length, place(preview.problems, policy.locale)),
      next: words.previewMend,
    },
  ];
}

/** What the change would do to the backlog and to other pull requests: told, nothing to pass or fail. */
function showPlan({ policy, preview }: PolicyGateInput): Verdict[] {
  const { titles } = policyWords[policy.locale];
  const flips: Verdict[] = preview?.flips
    ? [
        {
          id: 'flips',
          title: titles.flips,
          children: [],
          verdict: 'pass',
          code: 'policy.flips',
          reason: describeFlips(preview.flips, policy.locale),
          next: null,
        },
      ]
    : [];
  if (!preview?.plan) return flips;
  return [
    {
      id: 'plan',
      title: titles.plan,
      children: [],
      verdict: 'pass',
      code: 'policy.plan',
      reason: describePlanDifference(preview.plan, policy.locale),
      next: null,
    },
    ...flips,
  ];
}

/** Weaker demands need the tier's authority, for this head commit: a later push may weaken more. */
export function judgeWeakenings(input: PolicyGateInput): Verdict[] {
  const { policy, preview } = input;
  if (!preview || preview.weakenings.length === 0) return [];
  const words = policyWords[policy.locale];
  const node = { id: 'weakening', title: words.titles.weakening, children: [] };
  const approved = approval(input);
  if (approved.length > 0) {
    const by = [...new Set(approved.map((decision) => inlineCode(decision.by.login)))].join(', ');
    return [{ ...node, verdict: 'pass', code: 'policy.weakening-approved', reason: words.weakeningApproved(by), next: null }];
  }
  const list = preview.weakenings.map((weakening) => `${inlineCode(weakening.path)} (${describeWeakening(weakening, policy.locale)})`).join('; ');
  return [
    {
      ...node,
      verdict: 'fail',
      code: 'policy.weakened',
      brief: words.weakenedBrief(preview.weakenings.length),
      reason: words.weakened(list),
      next: weakeningNext(policy),
    },
  ];
}

function approval({ policy, snapshot, pull }: PolicyGateInput): readonly Decision[] {
  const own = snapshot.decisions.filter(
    (decision) => decision.kind === 'revoke' || isApproval(decision, { subject: configSubject(pull.number), sha: pull.head.sha }),
  );
  const standing = standingDecisions(own, snapshot.now);
  for (const authority of weakeningAuthorities(policy)) {
    const signed = signatures(
      policy,
      standing.filter((decision) => decision.proof.authority === authority),
      authority,
    );
    if (signed.complete) return signed.by;
  }
  return [];
}

function isApproval(decision: Decision, about: { subject: string; sha: string }): boolean {
  return decision.kind === 'approve' && decision.subject === about.subject && decision.commits.to === about.sha;
}

function weakeningNext(policy: Policy): string {
  const words = policyWords[policy.locale];
  const authorities = weakeningAuthorities(policy);
  const rules = authorities.flatMap((id) => policy.authorities[id] ?? []);
  if (rules.length === 0) return words.weakeningNobody(inlineCode(`authorities.${authorities[0] ?? 'escalation'}`));
  const approve = commandTable.find(({ name }) => name === 'approve')?.called[policy.locale][0] ?? 'approve';
  return words.weakeningNext(describeAuthority({ any: rules }, policy.locale), inlineCode(`/sprintgate ${approve} config`));
}

function place(problems: readonly ConfigProblem[], locale: Locale): string {
  const first = problems[0];
  return first ? `${inlineCode(`${first.file}:${first.line}:${first.column}`)} ${problemMessage(first, locale)}` : '—';
}
