import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { metricNames } from '../../src/app/metrics/metric-names.ts';

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}
interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}

const dashboard = JSON.parse(readFileSync('deploy/grafana/sprintgate.json', 'utf8')) as Dashboard;
const alerts = parse(readFileSync('deploy/prometheus/alerts.yaml', 'utf8')) as Rules;
const expressions: [string, string][] = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }): [string, string] => [title, expr])),
  ...alerts.groups.flatMap(({ rules }) => rules.map(({ alert, expr }): [string, string] => [alert, expr])),
];

/** The figures that an expression names; throws where it is no PromQL. */
function figuresOf(expression: string): string[] {
  const text = expression.replaceAll('$__rate_interval', '5m').replaceAll('$job', 'x');
  const names: string[] = [];
  parser.parse(text).iterate({
    enter(node) {
      if (node.type.isError) throw new Error(`no PromQL at ${node.from}: ${text}`);
      if (node.name === 'VectorSelector') names.push(/^[\w:]+/.exec(text.slice(node.from, node.to))?.[0] ?? '');
    },
  });
  return names;
}

describe('the dashboard and the alerts', () => {
  const names = new Set(metricNames(new Registry()));

  it.each(expressions)('name only figures that are exported: %s', (_title, expression) => {
    const figures = figuresOf(expression);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter((name) => !names.has(name))).toEqual([]);
  });

  it('would be refused with a figure that there is not, or a slip in the expression', () => {
    expect(figuresOf('max(sprintgate_nothing)').filter((name) => !names.has(name))).toEqual(['sprintgate_nothing']);
    expect(() => figuresOf('max(sprintgate_dead_letters')).toThrow(/no PromQL/);
  });

  it('are documented: every figure of ours stands in docs/operations.md, and no other', () => {
    const documented = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| `(sprintgate_\w+)/gm)].map(([, name = '']) => name);
    const ours = [...names].filter((name) => name.startsWith('sprintgate_') && !/_(?:bucket|sum|count)$/.test(name));
    expect(documented.toSorted()).toEqual(ours.toSorted());
  });
});
