import { describe, expect, it } from 'vitest';
import { byteLength } from '../../../src/core/report/truncate-bytes.ts';
import { situationReport, situations, type Situation } from './report-worlds.ts';

const first: Readonly<Record<Situation, { readonly es: RegExp; readonly en: RegExp }>> = {
  fresh: { es: /^## ❌ No está listo para .*: \d+ %, \d+ bloquean$/, en: /^## ❌ Not ready for .*: \d+ %, \d+ block$/ },
  half: { es: /^## ❌ No está listo para .*: \d\d %, \d+ bloquean$/, en: /^## ❌ Not ready for .*: \d\d %, \d+ block$/ },
  blocked: { es: /^## ❌ No está listo para .*: \d\d %, \d+ bloquean$/, en: /^## ❌ Not ready for .*: \d\d %, \d+ block$/ },
  waived: { es: /^## ✅ Listo para .*: 100 %, nada bloquea$/, en: /^## ✅ Ready for .*: 100 %, nothing blocks$/ },
  ready: { es: /^## ✅ Listo para .*: 100 %, nada bloquea$/, en: /^## ✅ Ready for .*: 100 %, nothing blocks$/ },
};

const all = situations.flatMap((situation) => (['es', 'en'] as const).map((locale) => [situation, locale] as const));

describe.each(all)('the report of the method itself: %s, in %s', (situation, locale) => {
  const text = situationReport(situation, locale);
  const lines = text.split('\n');

  it('says it all in its first line, and who acts right below', () => {
    expect(lines[0]).toMatch(first[situation][locale]);
    const who = lines.findIndex((line) => /^(Who acts|Quién actúa): \*\*/.test(line));
    expect(who > 0 && who < 6).toBe(lines[0]?.startsWith('## ❌'));
  });

  it('is far from the limit, and every part that is opened is closed', () => {
    expect(byteLength(text)).toBeLessThan(40_000);
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(text).toContain('<!-- sprintgate-state ');
  });

  it('names issues of what blocks, and nobody who would be notified', () => {
    const blocking = lines.filter((line) => /^\| [❌❓] \*\*/u.test(line));
    expect(2 * blocking.filter((line) => / #\d+/.test(line)).length).toBeGreaterThanOrEqual(blocking.length);
    expect(text).not.toMatch(/(?<![A-Za-z0-9`./])@[A-Za-z0-9]/);
  });
});

describe('the five situations', () => {
  it('tell what they are pictures of', () => {
    expect(situationReport('fresh', 'es')).toContain('_Este es el primer informe de este pull request._');
    expect(situationReport('half', 'es')).toMatch(/<b>Pronóstico<\/b>: .*fin del trabajo de los sprints: 2027-\d\d-\d\d \(50 %\)/);
    expect(situationReport('blocked', 'es')).toContain('1 componente con evidencia anterior ↺');
    expect(situationReport('waived', 'es')).toContain('- **Ahora exentos (4):**');
    expect(situationReport('ready', 'es')).toContain('### Vence antes del 2027-09-05, la fecha prevista');
  });
});
