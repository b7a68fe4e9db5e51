import type { Verdict } from '../verdict/verdict.ts';
import { combineRules } from './combine-rules.ts';
import { evaluateAttestationRule } from './evaluate-attestation-rule.ts';
import { evaluateCheckRunRule } from './evaluate-check-run-rule.ts';
import { evaluateCheckpointRule } from './evaluate-checkpoint-rule.ts';
import { evaluateCoverageRule } from './evaluate-coverage-rule.ts';
import { evaluateCriterion } from './evaluate-criterion.ts';
import { evaluateFilesRule } from './evaluate-files-rule.ts';
import { evaluateFindingsRule } from './evaluate-findings-rule.ts';
import { evaluateIssuesRule } from './evaluate-issues-rule.ts';
import { evaluateMetricRule } from './evaluate-metric-rule.ts';
import { evaluateOpenapiRule } from './evaluate-openapi-rule.ts';
import { evaluateParameterRule } from './evaluate-parameter-rule.ts';
import { evaluateTestsRule } from './evaluate-tests-rule.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { ruleWords } from './rule-words.ts';

/** Judges a rule by what the snapshot holds. Evidence that is missing, empty or refused never passes. */
export function evaluateRule(rule: Rule, context: RuleContext): Verdict {
  if ('all' in rule)
    return combineRules(
      'all',
      rule.all.map((part) => evaluateRule(part, context)),
      context.policy.locale,
    );
  if ('any' in rule)
    return combineRules(
      'any',
      rule.any.map((part) => evaluateRule(part, context)),
      context.policy.locale,
    );
  if ('not' in rule) return combineRules('not', [evaluateRule(rule.not, context)], context.policy.locale);
  if ('criterion' in rule) return referredCriterion(rule.criterion, context);
  return evaluateLeaf(rule, context);
}

type LeafRule = Exclude<Rule, { all: unknown } | { any: unknown } | { not: unknown } | { criterion: unknown }>;

function evaluateLeaf(rule: LeafRule, context: RuleContext): Verdict {
  if ('coverage' in rule) return evaluateCoverageRule(rule, context);
  if ('tests' in rule) return evaluateTestsRule(rule, context);
  if ('findings' in rule) return evaluateFindingsRule(rule, context);
  if ('metric' in rule) return evaluateMetricRule(rule, context);
  if ('files' in rule) return evaluateFilesRule(rule, context);
  if ('checkRun' in rule) return evaluateCheckRunRule(rule, context);
  if ('openapi' in rule) return evaluateOpenapiRule(rule, context);
  if ('issues' in rule) return evaluateIssuesRule(rule, context);
  if ('checkpoint' in rule) return evaluateCheckpointRule(rule, context);
  if ('attestation' in rule) return evaluateAttestationRule(rule, context);
  return evaluateParameterRule(rule, context);
}

function referredCriterion(id: string, context: RuleContext): Verdict {
  const criterion = context.policy.playbook.criteria.find((candidate) => candidate.id === id);
  if (criterion) return evaluateCriterion(criterion, context, evaluateRule);
  const say = ruleWords[context.policy.locale];
  return ruleNode({ id, title: id, verdict: 'cannot-evaluate', code: 'criterion.unknown', reason: say.unknownCriterion(id), next: say.mendPlaybook });
}
