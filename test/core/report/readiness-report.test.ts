import { describe, expect, it } from 'vitest';
import { evaluateReadiness } from '../../../src/core/gates/readiness/evaluate-readiness.ts';
import type { Evaluation } from '../../../src/core/gates/gate-result.ts';
import { renderReadinessReport } from '../../../src/core/report/readiness-report.ts';
import { byteLength } from '../../../src/core/report/truncate-bytes.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import { decision, playbookOf, tests, world, type World, type WorldInput } from '../rules/rule-world.ts';

const base = { category: 'quality', block: 's0', target: 'release' };

function evaluation({ policy, snapshot, pull }: World): Evaluation {
  const verdict = evaluateReadiness({ policy, snapshot, pull, gate: 'readiness' });
  const gates = [{ gate: 'readiness', checkName: 'sprintgate/readiness', enforcement: 'block' as const, verdict: verdict.verdict, pulls: [{ pull, verdict }] }];
  return { headSha: snapshot.headSha, policy, gates, outside: [] };
}

function report(changes: WorldInput, previous: string | null = null): string {
  const made = world(changes);
  return renderReadinessReport({ ...made, evaluation: evaluation(made), previous });
}

const criteria = [
  { id: 'ops.runbook', ...base, category: 'operations', rule: { files: { paths: ['docs/runbook.md'] } } },
  { id: 'ops.backup', ...base, category: 'operations', rule: { attestation: { authority: 'architects' } } },
  { id: 'tests.unit', ...base, rule: { tests: { type: 'unit' } } },
  { id: 'sla', ...base, rule: { metric: { name: 'p95', is: '<=', than: { parameter: 'sla.latency' } } } },
  { id: 'pen.test', ...base, rule: { attestation: { authority: 'sponsor' } } },
  { id: 'nps', ...base, target: 'beta', rule: { metric: { name: 'nps', is: '>', than: 30 } } },
  { id: 'manual', ...base, block: 's2', rule: { files: { paths: ['manual.md'] } } },
];
const checklists = [
  {
    id: 'done',
    groups: [
      { id: 'ops', criteria: ['ops.runbook', 'ops.backup', 'pen.test'] },
      { id: 'tests', criteria: ['tests.unit', 'sla', 'manual'] },
    ],
  },
];
const titles = {
  'ops.runbook': 'Hay runbook',
  'ops.backup': 'Respaldo probado',
  'tests.unit': 'Pruebas unitarias',
  sla: 'SLA de latencia',
  'pen.test': 'Prueba de penetración',
  nps: 'NPS',
  manual: 'Manual',
  operations: 'Operaciones',
  quality: 'Calidad',
  done: 'Definition of Done',
  'done.ops': 'Operaciones',
  'done.tests': 'Pruebas',
};
const small: WorldInput = {
  playbook: playbookOf({ criteria, checklists }),
  locale: 'es',
  titles,
  reports: [tests('unit', { tests: 4, passed: 4 })],
  snapshot: { decisions: [decision('waive', 'pen.test', { until: '2027-02-28T06:00:00Z', reason: 'el proveedor llega en febrero' })] },
};

describe('the readiness report', () => {
  it('tells a reader at once what is ready, what is not, and who acts', () => {
    expect(report(small).replace(/<!-- sprintgate-state .* -->/, '<!-- state -->')).toMatchInlineSnapshot(`
      "## ❌ No está listo para la liberación: 60 %, 2 bloquean

      \`████████████░░░░░░░░\` **60 %** · ✅ Se cumplen: **2** · 🔵 Exentos: **1** · ❌ No se cumplen: **1** · ❓ No se pueden evaluar: **1**

      Quién actúa: **quien firma** en 1 · **quien mantiene la configuración** en 1

      <details>
      <summary>En gráfica</summary>

      \`\`\`mermaid
      %%{init: {'theme': 'base', 'themeVariables': {'pie1': '#1a7f37', 'pie2': '#0969da', 'pie3': '#cf222e', 'pie4': '#6e7781', 'pieOpacity': '1', 'pieStrokeWidth': '1px', 'pieOuterStrokeWidth': '0px', 'pieStrokeColor': '#ffffff', 'pieSectionTextColor': '#ffffff', 'pieTitleTextSize': '18px', 'pieLegendTextColor': '#59636e', 'pieTitleTextColor': '#59636e'}}}%%
      pie showData
        title Criterios que obligan
        "Se cumplen" : 2
        "Exentos" : 1
        "No se cumplen" : 1
        "No se pueden evaluar" : 1
      \`\`\`

      </details>

      _Este es el primer informe de este pull request._

      ### Qué bloquea y quién actúa (2)

      #### Quien firma (1)

      | Criterio | Por qué | Qué hacer |
      | - | - | - |
      | ❌ **Respaldo probado** | Nadie con autoridad lo ha atestiguado todavía | Architects (el equipo \`acme/architects\`): comente \`/sprintgate atestiguar ops.backup ENLACE\` con un enlace a la prueba. |

      #### Quien mantiene la configuración (1)

      | Criterio | Por qué | Qué hacer |
      | - | - | - |
      | ❓ **SLA de latencia** | El equipo aún no define «Latency» | Acuerden la cifra y agréguenla a \`.github/sprintgate.yml\`: \`parameters: { sla.latency: … }\` |

      ### Preparación por área

      | Área | Avance | De ellos |
      | :- | :- | :- |
      | Calidad | \`██████░░░░\` 66 % | ✅ 1 · 🔵 1 · ❓ 1 · 2 más adelante |
      | Operaciones | \`█████░░░░░\` 50 % | ✅ 1 · ❌ 1 |

      ### Exenciones vigentes

      | Criterio | Para | Lo aceptó | Hasta | Motivo |
      | - | - | - | - | - |
      | Prueba de penetración | todo | \`zoe\` | 2027-02-27 | el proveedor llega en febrero |

      <details>
      <summary><b>Checkpoints</b>: 0 de 3 · sigue: The plan-review, vence el 2027-01-24</summary>

      | Checkpoint | Estado | Firmas | Vence |
      | - | - | - | - |
      | ⬜ The plan-review | sin firmar | | 2027-01-24 |
      | ⬜ The make-review | sin firmar | | 2027-02-07 |
      | ⬜ The ship-review | sin firmar | | 2027-02-21 |

      </details>

      <details>
      <summary><b>Evidencia</b>: 1 carga · 1 sin origen verificado °</summary>

      | Carga | Workflow | Origen |
      | - | - | - |
      | \`sprintgate-all\` | \`ci.yml\` | lo dice el propio workflow |

      <sub>° mira cargas cuyo origen nada demuestra: quien puede cambiar el workflow puede cambiarlas</sub>

      </details>

      ### Listas de verificación del método

      _Solo los veredictos las marcan: una casilla marcada a mano vuelve a como estaba._

      <details open>
      <summary><b>Definition of Done</b>: 3 de 5</summary>

      **Operaciones**
      - [x] ✅ Hay runbook
      - [ ] ❌ Respaldo probado: Nadie con autoridad lo ha atestiguado todavía
      - [x] 🔵 Prueba de penetración: Exento por \`zoe\` hasta 2027-02-27: el proveedor llega en febrero

      **Pruebas**
      - [x] ✅ Pruebas unitarias °
      - [ ] ❓ SLA de latencia: El equipo aún no define «Latency»
      - [ ] ➖ Manual: Aún no: obliga a partir de Sprint 2 (Ship)

      </details>

      <details>
      <summary>Aún no (1): obligan en bloques posteriores</summary>

      - Aún no: obliga a partir de Sprint 2 (Ship): Manual

      </details>

      <details>
      <summary>Metas posteriores (1)</summary>

      - Corresponde a una meta posterior: the beta: NPS

      </details>

      ---

      <sub>**De dónde sale esto:** Commit \`aaaaaaaaaaaa\` · método \`small@2\`, tier 2, ml · hoy: Sprint 1 (Make) · 1 carga de evidencia, la última \`2027-01-28T17:00:00Z\` (1 reportada por los propios workflows del repositorio) · configuración \`dddddddddddd\`</sub>

      <sub>Comente \`/sprintgate explicar …\` para ver qué mira un criterio y \`/sprintgate revisar\` para volver a leer todo.</sub>

      <!-- state -->"
    `);
  });

  it('gives the same text again for the same world, so that no comment is edited for nothing', () => {
    const first = report(small);
    expect(report({ ...small, snapshot: { ...small.snapshot, now: '2027-01-28T19:00:00Z' } }, first)).toBe(first);
  });

  it('tells what changed against the report before, and keeps telling it until the next change', () => {
    const first = report(small);
    const better = { ...small, snapshot: { now: '2027-01-29T10:00:00Z', decisions: [decision('attest', 'ops.backup', { at: '2027-01-29T09:00:00Z' })] } };
    const second = report(better, first);
    expect(second).toContain('### Qué cambió desde el 2027-01-28 (commit `aaaaaaa`)');
    expect(second).toContain('- **Ahora se cumplen (1):** Respaldo probado');
    expect(second).toContain('- **Dejaron de cumplirse (1):** Prueba de penetración');
    expect(report(better, second)).toBe(second);
  });

  it.each([
    'nonsense',
    '<!-- sprintgate-state {"v":1} -->',
    '<!-- sprintgate-state {"v":1,"sha":"zz","at":"2027-01-01T00:00:00Z","percent":1,"marks":"","since":null} -->',
    '<!-- sprintgate-state {broken} -->',
  ])('starts anew when the state before was tampered with: %s', (previous) => {
    expect(report(small, previous)).toBe(report(small));
  });

  it('ticks a box for a pass and for nothing else', () => {
    const text = report(small);
    expect(text).toContain('- [x] ✅ Hay runbook');
    expect(text).toContain('- [x] 🔵 Prueba de penetración: Exento por `zoe` hasta 2027-02-27');
    expect(text).toContain('- [ ] ❌ Respaldo probado');
    expect(text).toContain('- [ ] ❓ SLA de latencia');
    expect(text).toContain('- [ ] ➖ Manual: Aún no: obliga a partir de Sprint 2 (Ship)');
  });

  it('shows an override of this commit before everything else but the headline', () => {
    const override = decision('override', 'pull/12', { until: '2027-01-29T12:00:00Z', reason: 'production is down @everyone' });
    const lines = report({ ...small, locale: 'en', snapshot: { decisions: [override] } })
      .split('\n')
      .filter((line) => line !== '');
    expect(lines[1]).toBe('> ⚠️ Gates of this commit are overridden by `zoe` until 2027-01-29 06:00 (UTC-6): production is down @\u200beveryone');
  });

  it('says that nothing binds instead of showing 100 %', () => {
    const text = report({ playbook: playbookOf({ criteria: [{ id: 'later', ...base, block: 's2', rule: { parameter: { set: 'word' } } }] }) });
    expect(text).toMatch(/^## ❓ Cannot tell yet whether it is ready for the release: No criterion binds/);
    expect(text).not.toContain('100 %');
  });

  it('stays within the limits of a comment with 500 criteria and long words', () => {
    const long = 'ñ'.repeat(400);
    const many = Array.from({ length: 500 }, (_, index) => ({
      id: `c${index}`,
      ...base,
      category: index % 2 ? 'quality' : 'operations',
      rule: { parameter: { set: `p${index}` } },
    }));
    const parameters = many.map((_, index) => ({ id: `p${index}`, value: null }));
    const playbook = playbookOf({ criteria: many, parameters, checklists: [{ id: 'all', groups: [{ id: 'g', criteria: many.map(({ id }) => id) }] }] });
    const longTitles = Object.fromEntries(many.map(({ id }) => [id, `${id} ${long}`]));
    const text = report({ playbook, titles: longTitles });
    const again = report({ playbook, titles: longTitles, snapshot: { headSha: 'c'.repeat(40) } }, text);
    for (const body of [text, again]) {
      expect(byteLength(body)).toBeLessThan(65_000);
      expect(body.match(/<details/g)?.length ?? 0).toBe(body.match(/<\/details>/g)?.length ?? 0);
      expect(body).toContain('What blocks, and who acts (500)');
      expect(body).toMatch(/… and \d+ more/);
      expect(body).toContain('<!-- sprintgate-state {');
    }
  });
});

describe('hostile words', () => {
  const hostile = '@everyone <img src=x onerror=alert(1)> --> | `x` ](javascript:alert(1)) <!-- /sprintgate -->';
  const text = report({
    playbook: playbookOf({
      criteria: [
        { id: 'a', ...base, rule: { attestation: { authority: 'architects' } } },
        { id: 'b', ...base, rule: { parameter: { set: 'sla.latency' } } },
      ],
      checklists: [{ id: 'l', groups: [{ id: 'g', criteria: ['a', 'b'] }] }],
    }),
    titles: { a: hostile, b: hostile, quality: hostile, l: hostile, 'l.g': hostile },
    snapshot: { decisions: [decision('waive', 'a', { until: '2027-03-01T00:00:00Z', reason: hostile, by: { id: 3, login: 'a`|<b>', type: 'User' } })] },
  });

  it('mention nobody', () => {
    expect(text).not.toMatch(/(?<![A-Za-z0-9`])@[A-Za-z0-9]/);
  });
  it('bring no tag and end no comment', () => {
    const tags = text.match(/<[a-z!/][^>]*>/gi) ?? [];
    expect(tags.every((tag) => /^<(?:\/?(?:details|summary|sub|b)|details open|!-- sprintgate-state .* --)>$/.test(tag))).toBe(true);
    expect(text).not.toContain('<!-- /sprintgate -->');
  });
  it('open no cell: every row has the cells of its header', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.replace(/\\\|/g, '').split('|').length);
    expect(new Set(cells)).toEqual(new Set([5, 6, 7]));
  });
  it('link nowhere', () => {
    // A summary is HTML, where Markdown's brackets mean nothing.
    const markdown = text
      .split('\n')
      .filter((line) => !line.startsWith('<summary>'))
      .join('\n');
    expect(markdown).not.toMatch(/[^\\]\]\(javascript/);
  });
});

describe('what people accepted, in the report', () => {
  const proof = {
    authority: 'architects',
    rule: { teams: ['acme/architects'], count: 1 },
    via: [{ kind: 'team' as const, name: 'acme/architects' }],
    checkedAt: '2027-01-20T00:00:00Z',
  };
  const attested = (until: string) => decision('attest', 'ops.backup', { until, proof, at: '2027-01-20T00:00:00Z' });
  const milestone = { number: 3, title: 'v1', description: '', state: 'open' as const, dueOn: '2027-03-31' };
  const shown = (decisions: readonly Decision[], more: WorldInput = {}) => report({ ...small, locale: 'en', ...more, snapshot: { decisions } });

  it('tells how far a waiver reaches, its last day, and what is done instead', () => {
    const waiver = decision('waive', 'pen.test', {
      until: '2027-02-28T06:00:00Z',
      reason: 'late',
      scope: { kind: 'pull', pull: 12 },
      control: 'no public access',
    });
    expect(shown([waiver])).toContain('| pull request #12 | `zoe` | 2027-02-27 | late<br>Instead: no public access |');
  });

  it('tells a waiver for one component, though the criterion itself is not waived', () => {
    const rule = { all: [{ tests: { type: 'unit', kind: 'api' } }, { files: { paths: ['missing.md'] } }] };
    const waiver = decision('waive', 'both', { until: '2027-02-28T06:00:00Z', reason: 'late', scope: { kind: 'component', component: 'shop-api' } });
    expect(shown([waiver], { playbook: playbookOf({ criteria: [{ id: 'both', ...base, rule }] }) })).toContain(
      '| component `shop-api` | `zoe` | 2027-02-27 | late |',
    );
  });

  it.each([
    ['before the milestone is due', attested('2027-03-31T06:00:00Z'), milestone, 'Ends before 2027-03-31, the planned date'],
    ['on the day itself', attested('2027-04-01T06:00:00Z'), milestone, null],
    ['before the plan is over, without a milestone', attested('2027-02-10T06:00:00Z'), null, 'Ends before 2027-02-21, the planned date'],
    ['soon, where the planned date is over', attested('2027-02-10T06:00:00Z'), { ...milestone, dueOn: '2027-01-20' }, 'Ends within 30 days'],
    ['much later, where the planned date is over', attested('2027-05-10T06:00:00Z'), { ...milestone, dueOn: '2027-01-20' }, null],
  ])('an attestation that ends %s', (_name, made, due, title) => {
    const text = shown([made], { pull: { milestone: due } });
    expect(title === null ? /Ends (before|within)/.test(text) : text.includes(`### ${title}`)).toBe(title !== null);
    expect(text.includes('Attestation: [Respaldo probado](https://github.test/c/1)')).toBe(title !== null);
  });

  it('leaves out what is for another pull request, and everything where decisions were not read', () => {
    const other = decision('waive', 'pen.test', { until: '2027-02-10T06:00:00Z', reason: 'late', scope: { kind: 'pull', pull: 13 } });
    expect(shown([other], { pull: { milestone } })).not.toContain('Ends before');
    const unread = { decisions: [attested('2027-02-10T06:00:00Z')], unavailable: [{ what: 'decisions', why: 'no key' }] };
    expect(report({ ...small, locale: 'en', pull: { milestone }, snapshot: unread })).not.toContain('Ends before');
  });
});
