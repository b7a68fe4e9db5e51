import type { Policy } from '../policy/policy.ts';
import { escapeMarkdown, inlineCode } from '../report/markdown.ts';
import type { Rule } from '../rules/rule.ts';
import { sayWindow } from '../rules/say-window.ts';
import { type RuleWords, ruleWords } from './rule-words.ts';

type Figure = number | { readonly parameter: string };
type Leaf = Exclude<Rule, { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] } | { readonly not: Rule }>;

/** What describing a rule needs of a policy: a playbook alone will do. */
export type RuleFrame = Pick<Policy, 'locale' | 'text'> & { readonly coverage: Pick<Policy['coverage'], 'total'> };

/** How a criterion is decided, as one line of Markdown in the policy's language. */
export function describeRule(rule: Rule, policy: RuleFrame): string {
  const words = ruleWords(policy.locale);
  // "A, or B and C" would be read either way.
  const inner = (part: Rule): string => ('any' in part && part.any.length > 1 ? `(${describeRule(part, policy)})` : describeRule(part, policy));
  if ('all' in rule) return rule.all.map(inner).reduce(words.and);
  if ('any' in rule) return rule.any.map((part) => describeRule(part, policy)).join(words.or);
  if ('not' in rule) return words.not(describeRule(rule.not, policy));
  return describeEvidence(rule, policy, words) ?? describePeople(rule, policy, words);
}

function describeEvidence(rule: Leaf, policy: RuleFrame, words: RuleWords): string | null {
  if ('coverage' in rule) {
    const { of, floor } = rule.coverage;
    const subject = of === 'total' ? words.total : escapeMarkdown(policy.text.componentKinds[of]?.title ?? of);
    if (floor !== undefined) return words.coverage(subject, words.atLeast(percent(floor, words)));
    const { total } = policy.coverage;
    return words.coverage(subject, of === 'total' ? (total.strict ? words.above : words.atLeast)(percent(total.floor, words)) : null);
  }
  if ('tests' in rule) return words.tests(escapeMarkdown(policy.text.testTypes[rule.tests.type]?.title ?? rule.tests.type), rule.tests.least);
  if ('findings' in rule) return words.findings(inlineCode(rule.findings.scan), rule.findings.severities.join(', '), figure(rule.findings.atMost, words));
  if ('metric' in rule) {
    const { name, is, than, within } = rule.metric;
    const age =
      within === undefined
        ? ''
        : words.within(typeof within === 'string' ? sayWindow(within, policy.locale) : words.theParameter(inlineCode(within.parameter)));
    return `${words.metric(inlineCode(name), escapeMarkdown(is), figure(than, words))}${age}`;
  }
  if ('files' in rule) return words.files(rule.files.paths.map(inlineCode).join(', '), rule.files.least);
  if ('openapi' in rule) return words.openapi(inlineCode(rule.openapi.operation));
  if ('checkRun' in rule) return words.checkRun(inlineCode(rule.checkRun.name));
  return null;
}

function describePeople(rule: Leaf, policy: RuleFrame, words: RuleWords): string {
  const text = policy.text;
  if ('issues' in rule) {
    if ('closed' in rule.issues) return words.issuesClosed(inlineCode(rule.issues.closed));
    return words.issuesOpen(rule.issues.labels.map(inlineCode).join(', '), figure(rule.issues.open.fewerThan, words));
  }
  if ('checkpoint' in rule) return words.checkpoint(escapeMarkdown(text.checkpoints[rule.checkpoint]?.title ?? rule.checkpoint));
  if ('attestation' in rule) {
    const { authority, validDays } = rule.attestation;
    return words.attestation(escapeMarkdown(text.authorities[authority]?.title ?? authority), validDays);
  }
  if ('parameter' in rule) return words.parameter(inlineCode(rule.parameter.set));
  if ('criterion' in rule) return words.criterion(escapeMarkdown(text.criteria[rule.criterion]?.title ?? rule.criterion));
  // A kind of rule added later still gets a line: its own name.
  return inlineCode(Object.keys(rule).join(', '));
}

function figure(value: Figure, words: RuleWords): string {
  return typeof value === 'number' ? String(value) : words.theParameter(inlineCode(value.parameter));
}

function percent(value: Figure, words: RuleWords): string {
  if (typeof value !== 'number') return figure(value, words);
  const rest = value % 100;
  return `${Math.floor(value / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`} %`;
}
