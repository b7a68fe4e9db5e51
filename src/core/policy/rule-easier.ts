import { canonicalJson } from '../markers/digest.ts';
import type { Rule } from '../rules/rule.ts';
import { readWindow } from '../rules/read-window.ts';
import type { Weakening } from './weakening.ts';

type Easier = Omit<Weakening, 'path'>;

/**
 * How a rule is easier to meet than it was. Figures are compared in their own direction; a rule of another shape counts
 * as easier, because nothing short of a person can tell.
 */
export function ruleEasier(old: Rule, now: Rule): Easier[] {
  if (canonicalJson(old) === canonicalJson(now)) return [];
  if ('all' in old && 'all' in now) return listEasier(old.all, now.all, { addedIsEasier: false });
  if ('any' in old && 'any' in now) return listEasier(old.any, now.any, { addedIsEasier: true });
  if ('attestation' in old && 'attestation' in now && old.attestation.authority === now.attestation.authority) {
    return figureEasier('validity-longer', [old.attestation.validDays, now.attestation.validDays], 'higher');
  }
  if ('coverage' in old && 'coverage' in now && old.coverage.of === now.coverage.of) {
    return figureEasier('floor-lower', [old.coverage.floor, now.coverage.floor], 'lower');
  }
  if ('tests' in old && 'tests' in now && old.tests.type === now.tests.type && old.tests.kind === now.tests.kind) {
    return figureEasier('criterion-easier', [old.tests.least, now.tests.least], 'lower');
  }
  if ('metric' in old && 'metric' in now && old.metric.name === now.metric.name && old.metric.is === now.metric.is && old.metric.is !== '=') {
    return [
      ...figureEasier('criterion-easier', [old.metric.than, now.metric.than], old.metric.is.startsWith('<') ? 'higher' : 'lower'),
      ...windowEasier(old.metric.within, now.metric.within),
    ];
  }
  if (
    'findings' in old &&
    'findings' in now &&
    old.findings.scan === now.findings.scan &&
    old.findings.severities.every((severity) => now.findings.severities.includes(severity))
  ) {
    return figureEasier('criterion-easier', [old.findings.atMost, now.findings.atMost], 'higher');
  }
  return [other(old, now)];
}

function listEasier(old: readonly Rule[], now: readonly Rule[], { addedIsEasier }: { addedIsEasier: boolean }): Easier[] {
  if (old.length === now.length) return old.flatMap((rule, index) => ruleEasier(rule, now[index] ?? rule));
  const known = new Set((addedIsEasier ? old : now).map(canonicalJson));
  const strange = (addedIsEasier ? now : old).filter((rule) => !known.has(canonicalJson(rule)));
  return strange.map((rule): Easier => ({
    kind: 'criterion-easier',
    from: addedIsEasier ? '' : canonicalJson(rule),
    to: addedIsEasier ? canonicalJson(rule) : '',
  }));
}

function figureEasier(kind: Easier['kind'], [old, now]: readonly [unknown, unknown], easier: 'higher' | 'lower'): Easier[] {
  if (canonicalJson({ figure: old }) === canonicalJson({ figure: now })) return [];
  const isStricter = typeof old === 'number' && typeof now === 'number' && (easier === 'higher' ? now < old : now > old);
  return isStricter ? [] : [{ kind, from: figureText(old), to: figureText(now) }];
}

type Window = string | { readonly parameter: string } | undefined;

/** A measurement that may be older, or of any age, is easier to bring. */
function windowEasier(old: Window, now: Window): Easier[] {
  if (old === undefined || canonicalJson({ window: old }) === canonicalJson({ window: now })) return [];
  const [before, after] = [old, now].map((window) => (typeof window === 'string' ? readWindow(window) : null));
  return typeof before === 'number' && typeof after === 'number' && after < before
    ? []
    : [{ kind: 'criterion-easier', from: figureText(old), to: figureText(now) }];
}

function other(old: Rule, now: Rule): Easier {
  return { kind: 'criterion-easier', from: canonicalJson(old), to: canonicalJson(now) };
}

function figureText(figure: unknown): string {
  return figure === undefined ? '' : typeof figure === 'number' ? String(figure) : canonicalJson(figure);
}
