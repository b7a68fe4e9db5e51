import type { Rule } from '../rules/rule.ts';
import type { KnownIds } from './known-ids.ts';
import { needId } from './need-id.ts';
import type { Problem } from './problem.ts';
import { walkRule, type RuleLeaf } from './walk-rule.ts';

type Path = Problem['path'];
type Figure = number | { readonly parameter: string } | undefined;

/** Every id that a rule names must exist. */
export function checkRule(rule: Rule, path: Path, known: KnownIds): Problem[] {
  return walkRule(rule, path).flatMap((leaf) => checkLeaf(leaf, known));
}

function checkLeaf({ rule, path }: RuleLeaf, known: KnownIds): Problem[] {
  if ('coverage' in rule) return checkCoverage(rule.coverage, [...path, 'coverage'], known);
  if ('tests' in rule) return checkTests(rule.tests, [...path, 'tests'], known);
  if ('findings' in rule) return checkFigure(rule.findings.atMost, [...path, 'findings', 'atMost'], known);
  if ('metric' in rule) return checkMetric(rule.metric, [...path, 'metric'], known);
  if ('openapi' in rule) return needId(known.kinds, 'component kind', { id: rule.openapi.kind, path: [...path, 'openapi', 'kind'] });
  if ('issues' in rule) return checkIssues(rule.issues, [...path, 'issues'], known);
  if ('checkpoint' in rule) return needId(known.checkpoints, 'checkpoint', { id: rule.checkpoint, path: [...path, 'checkpoint'] });
  if ('attestation' in rule) return needId(known.authorities, 'authority', { id: rule.attestation.authority, path: [...path, 'attestation', 'authority'] });
  if ('parameter' in rule) return needId(known.parameters, 'parameter', { id: rule.parameter.set, path: [...path, 'parameter', 'set'] });
  if ('criterion' in rule) return needId(known.criteria, 'criterion', { id: rule.criterion, path: [...path, 'criterion'] });
  return [];
}

function checkCoverage(rule: { of: string; floor?: Figure }, path: Path, known: KnownIds): Problem[] {
  const of = rule.of === 'total' ? [] : needId(known.kinds, 'component kind', { id: rule.of, path: [...path, 'of'] });
  return [...of, ...checkFigure(rule.floor, [...path, 'floor'], known)];
}

function checkTests(rule: { type: string; kind?: string | undefined }, path: Path, known: KnownIds): Problem[] {
  const type = needId(known.testTypes, 'test type', { id: rule.type, path: [...path, 'type'] });
  return rule.kind === undefined ? type : [...type, ...needId(known.kinds, 'component kind', { id: rule.kind, path: [...path, 'kind'] })];
}

function checkMetric(rule: { than: Figure; within?: string | { readonly parameter: string } | undefined }, path: Path, known: KnownIds): Problem[] {
  const within = typeof rule.within === 'object' ? checkFigure(rule.within, [...path, 'within'], known) : [];
  return [...checkFigure(rule.than, [...path, 'than'], known), ...within];
}

function checkIssues(rule: { closed: string } | { open: { fewerThan: Exclude<Figure, undefined> } }, path: Path, known: KnownIds): Problem[] {
  if ('open' in rule) return checkFigure(rule.open.fewerThan, [...path, 'open', 'fewerThan'], known);
  const { closed } = rule;
  if (!closed.endsWith('*')) return needId(known.items, 'item', { id: closed, path: [...path, 'closed'] });
  const prefix = closed.slice(0, -1);
  if ([...known.items].some((item) => item.startsWith(prefix))) return [];
  return [{ path: [...path, 'closed'], message: `no item begins with "${prefix}"; write the beginning of an item's id` }];
}

function checkFigure(figure: Figure, path: Path, known: KnownIds): Problem[] {
  if (figure === undefined || typeof figure === 'number') return [];
  return needId(known.parameters, 'parameter', { id: figure.parameter, path: [...path, 'parameter'] });
}
