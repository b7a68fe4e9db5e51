import type { GateResult } from '../gates/gate-result.ts';
import { type UncoveredLines, uncoveredLines } from '../gates/coverage/uncovered-lines.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { Annotation } from './write.ts';

// GitHub takes at most 50 annotations with one request.
const most = 50;

const words: Readonly<Record<Locale, { title: string; message: (lines: number, component: string) => string }>> = {
  en: {
    title: 'Not covered',
    message: (lines, component) => `No test runs ${lines === 1 ? 'this changed line' : `these ${lines} changed lines`} (component ${component}).`,
  },
  es: {
    title: 'Sin cubrir',
    message: (lines, component) => `Ninguna prueba ejecuta ${lines === 1 ? 'esta línea' : `estas ${lines} líneas`} del cambio (componente ${component}).`,
  },
};

/** The changed lines that no test runs, as annotations, worst first. What pull requests with one head have in common is told once. */
export function uncoveredAnnotations(seen: { readonly policy: Policy; readonly snapshot: PullSnapshot; readonly gate: GateResult }): Annotation[] {
  const { policy, snapshot, gate } = seen;
  // The lines of a pull request's head: in a merge queue's commit they may stand elsewhere.
  const own = gate.pulls.filter(({ pull }) => pull.head.sha === snapshot.headSha);
  const found = own.flatMap(({ pull, verdict }) => uncoveredLines({ policy, snapshot, pull, gate: gate.gate }, verdict));
  const unique = new Map(found.map((lines) => [`${lines.from} ${lines.to} ${lines.path}`, lines]));
  return [...unique.values()].slice(0, most).map((lines) => annotation(lines, policy.locale));
}

function annotation({ component, path, from, to, fails }: UncoveredLines, locale: Locale): Annotation {
  const { title, message } = words[locale];
  return { path, startLine: from, endLine: to, level: fails ? 'warning' : 'notice', title, message: message(to - from + 1, component) };
}
