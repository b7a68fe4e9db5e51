import type { Rule } from '../../src/core/rules/rule.ts';

type Figure = number | { readonly parameter: string };

/** A rule on one line, in the terms of the playbook file: `tests(unit, api) and coverage(api)`. */
export function outlineRule(rule: Rule): string {
  if ('all' in rule) return rule.all.map(inBrackets).join(' **and** ');
  if ('any' in rule) return rule.any.map(inBrackets).join(' **or** ');
  if ('not' in rule) return `**not** ${inBrackets(rule.not)}`;
  return outlineLeaf(rule);
}

function inBrackets(rule: Rule): string {
  return 'all' in rule || 'any' in rule ? `(${outlineRule(rule)})` : outlineRule(rule);
}

function outlineLeaf(rule: Exclude<Rule, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>): string {
  if ('coverage' in rule) return `coverage of ${rule.coverage.of}`;
  if ('tests' in rule) return `${rule.tests.type} tests${rule.tests.kind ? ` of ${rule.tests.kind}` : ''}`;
  if ('findings' in rule) return `findings of ${rule.findings.scan} (${rule.findings.severities.join(', ')}) at most ${figure(rule.findings.atMost)}`;
  if ('metric' in rule) return `metric \`${rule.metric.name}\` ${rule.metric.is.replace('<', '&lt;').replace('>', '&gt;')} ${figure(rule.metric.than)}`;
  if ('files' in rule) return `${rule.files.least > 1 ? `${rule.files.least} files` : 'a file'} of ${rule.files.paths.map((path) => `\`${path}\``).join(', ')}`;
  if ('checkRun' in rule) return `check run \`${rule.checkRun.name}\``;
  if ('openapi' in rule) return `contract of \`${rule.openapi.operation}\` in the OpenAPI document of ${rule.openapi.kind}`;
  if ('issues' in rule)
    return 'closed' in rule.issues
      ? `closed \`${rule.issues.closed}\``
      : `open issues \`${rule.issues.labels.join('` + `')}\` fewer than ${figure(rule.issues.open.fewerThan)}`;
  if ('checkpoint' in rule) return `checkpoint \`${rule.checkpoint}\``;
  if ('attestation' in rule) return `attestation by \`${rule.attestation.authority}\` (${rule.attestation.validDays} days)`;
  if ('parameter' in rule) return `\`${rule.parameter.set}\` is set`;
  return `as \`${rule.criterion}\``;
}

function figure(value: Figure): string {
  return typeof value === 'number' ? String(value) : `\`${value.parameter}\``;
}
