import { describe, expect, it } from 'vitest';
import type { GateResult } from '../../../src/core/gates/gate-result.ts';
import { renderCheckOutput } from '../../../src/core/report/check-output.ts';
import { renderVerdictText } from '../../../src/core/report/render-verdict-text.ts';
import { tellProblem } from '../../../src/core/report/tell-problem.ts';
import { byteLength } from '../../../src/core/report/truncate-bytes.ts';
import { worst } from '../../../src/core/verdict/combine.ts';
import type { Enforcement } from '../../../src/core/verdict/enforcement.ts';
import type { GateVerdict, Outcome, Verdict } from '../../../src/core/verdict/verdict.ts';
import { decision, world, type WorldInput } from '../rules/rule-world.ts';

function node(verdict: Outcome, changes: Partial<Verdict> = {}): Verdict {
  return { id: 'n', title: 'Node', verdict, code: 'x', reason: 'because', next: verdict === 'fail' ? 'mend it' : null, children: [], ...changes };
}

function gateVerdict(verdict: Outcome, changes: Partial<GateVerdict> = {}): GateVerdict {
  return { ...node(verdict, { id: 'coverage', title: 'Coverage' }), gate: 'coverage', ...changes };
}

function output(verdicts: readonly GateVerdict[], options: { enforcement?: Enforcement; world?: WorldInput } = {}) {
  const { policy, snapshot, pull } = world({ locale: 'en', ...options.world });
  const pulls = verdicts.map((verdict, index) => ({ pull: { ...pull, number: 12 + index, title: `Pull ${index} @everyone | <b>` }, verdict }));
  const gate: GateResult = {
    gate: 'coverage',
    checkName: 'sprintgate/coverage',
    enforcement: options.enforcement ?? 'block',
    verdict: worst(verdicts.map(({ verdict }) => verdict)),
    pulls,
  };
  return renderCheckOutput({ gate, policy, snapshot, outside: [] });
}

describe('a check’s output', () => {
  it('says at once what is wrong, what to do and who acts', () => {
    const verdict = gateVerdict('fail', {
      reason: '`shop-api` covers 84.21 %; 90 % is needed',
      next: 'Cover 12 more lines in `src/api`.',
      children: [node('pass', { title: 'Web' }), node('fail', { title: 'API', reason: '84.21 % of 90 %', next: 'Cover 12 more lines.' })],
    });
    const { title, summary, text } = output([verdict]);
    expect(title).toBe('Fail: shop-api covers 84.21 %; 90 % is needed');
    expect(summary).toMatchInlineSnapshot(`
      "### ❌ Fail

      **Why:** \`shop-api\` covers 84.21 %; 90 % is needed

      **What to do:** Cover 12 more lines in \`src/api\`.

      #### What is missing

      | What | Why | What to do |
      | - | - | - |
      | ❌ **API** | 84.21 % of 90 % | Cover 12 more lines. |

      <sub>Commit \`aaaaaaaaaaaa\` · configuration \`dddddddddddd\` · Evidence is what the workflows of this pull request report themselves.</sub>"
    `);
    expect(text).toBe('- ❌ **API**: 84.21 % of 90 % → Cover 12 more lines.\n- ✅ **Web**: because');
  });

  it('ends with the way to the page of the worst pull request, and with none where there are no pages', () => {
    const verdicts = [gateVerdict('pass'), gateVerdict('fail')];
    const served = output(verdicts, { world: { snapshot: { pagesUrl: 'https://gate.example/r/acme/shop' } } });
    expect(served.summary.split('\n').at(-1)).toBe(
      '[The whole explanation, its inputs and what would turn it green](https://gate.example/r/acme/shop/pull/13)',
    );
    expect(output(verdicts).summary).not.toMatch(/https?:/);
  });

  it('shows the worst of several pull requests and names each', () => {
    const { title, summary, text } = output([gateVerdict('pass', { reason: 'fine' }), gateVerdict('fail', { reason: 'too low' })]);
    expect(title).toBe('#13: Fail: too low');
    expect(summary).toContain('2 pull requests share this commit');
    expect(summary).toMatch(/\| #13 .* \| ❌ Fail \| too low \| mend it \|\n\| #12 .* \| ✅ Pass \| fine \| \|/);
    expect(text).toBeUndefined();
  });

  it('carries the true verdict in its title while it only warns', () => {
    expect(output([gateVerdict('fail', { reason: 'too low' })], { enforcement: 'warn' }).title).toBe('Warning only: Fail: too low');
  });

  it('begins with an override of this commit, and only of this one', () => {
    const standing = decision('override', 'pull/12', { until: '2027-01-29T12:00:00Z', reason: 'down' });
    const withIt = output([gateVerdict('fail')], { world: { snapshot: { decisions: [standing] } } });
    expect(withIt.summary).toMatch(/^> ⚠️ Gates of this commit are overridden by `zoe` until 2027-01-29 06:00 \(UTC-6\): down\n/);
    const other = { ...standing, commits: { from: null, to: 'f'.repeat(40) } };
    expect(output([gateVerdict('fail')], { world: { snapshot: { decisions: [other] } } }).summary).not.toContain('overridden');
  });

  it('says that the last good configuration stays in force', () => {
    const { policy } = world();
    const problem = { file: '.github/sprintgate.yml', line: 3, column: 7, path: 'tier', message: 'tier is 9; write 1 to 4.' };
    const { summary } = output([gateVerdict('pass')], {
      world: { snapshot: { policy: { kind: 'in-force', policy, commit: null, problems: [problem], lastGood: true } } },
    });
    expect(summary).toContain('`.github/sprintgate.yml:3:7` tier is 9; write 1 to 4.');
  });

  it('stays within GitHub’s bytes, worst first, and counts what it leaves out', () => {
    const long = 'ñ'.repeat(3_000);
    const children = Array.from({ length: 500 }, (_, index) =>
      node(index % 5 === 0 ? 'fail' : 'pass', {
        id: `c${index}`,
        title: `${index} ${long}`,
        reason: long,
        next: index % 5 === 0 ? long : null,
        children: [node('fail', { title: long })],
      }),
    );
    const { title, summary, text } = output(Array.from({ length: 30 }, () => gateVerdict('fail', { reason: long, children })));
    expect(byteLength(title)).toBeLessThanOrEqual(255);
    expect(byteLength(summary)).toBeLessThanOrEqual(65_535);
    expect(byteLength(text ?? '')).toBeLessThanOrEqual(65_535);
    const single = output([gateVerdict('fail', { children })]).text ?? '';
    expect(single.split('\n')[0]).toMatch(/^- ❌/);
    expect(single).toMatch(/- … and \d+ more\n- \d+ that hold or do not apply are not shown$/);
  });

  it('lets hostile words out of nothing', () => {
    const hostile = '@everyone <img src=x onerror=alert(1)> --> | ` [x](javascript:1)\n\n# head';
    const { title, summary, text } = output([
      gateVerdict('fail', { reason: hostile, next: hostile, children: [node('fail', { title: hostile, reason: hostile })] }),
    ]);
    for (const part of [title, summary, text ?? '']) expect(part).not.toMatch(/(?<![A-Za-z0-9`])@[A-Za-z0-9]/);
    for (const part of [summary, text ?? '']) {
      expect(part.replace(/<\/?sub>/g, '')).not.toMatch(/<[a-z!/]/i);
      expect(part).not.toMatch(/\n# /);
    }
  });

  it('stays valid while no configuration was ever good', () => {
    const { snapshot, pull } = world();
    const broken = { ...snapshot, policy: { kind: 'broken' as const, problems: [], locale: 'es' as const } };
    const gate: GateResult = {
      gate: 'coverage',
      checkName: 'sprintgate/coverage',
      enforcement: 'block',
      verdict: 'cannot-evaluate',
      pulls: [{ pull, verdict: gateVerdict('cannot-evaluate', { reason: 'sin configuración' }) }],
    };
    expect(renderCheckOutput({ gate, policy: null, snapshot: broken, outside: [] }).title).toBe('No se puede evaluar: sin configuración');
  });
});

describe('a verdict for the terminal', () => {
  it('tells no next step below what holds, such as of an alternative that another one spared, here and in the check', () => {
    const either = node('pass', {
      title: 'Either',
      code: 'any.pass',
      children: [node('fail', { title: 'Signed', reason: 'nobody signed', next: 'sign it' }), node('pass', { title: 'Tested' })],
    });
    const verdict = gateVerdict('fail', { next: null, children: [either, node('fail', { title: 'Other', next: 'do that' })] });
    expect(renderVerdictText(verdict, 'en')).not.toContain('sign it');
    const { summary, text } = output([verdict]);
    expect(text).toContain('**Signed**: nobody signed');
    expect(text).toContain('**Other**: because → do that');
    expect(`${summary}${text}`).not.toContain('sign it');
    expect(tellProblem(either)).toEqual({ why: 'because', steps: [] });
    // A waiver lets it through, and what it let through is still to be mended.
    const waivedBy = { decision: 'd', login: 'zoe', reason: 'soon', until: '2027-02-01T00:00:00Z' };
    expect(renderVerdictText(node('pass', { waivedBy, children: [node('fail')] }), 'en')).toContain('→ mend it');
  });

  it('shows each node, and below open leaves what to do', () => {
    const verdict = gateVerdict('fail', {
      reason: 'one is low',
      next: null,
      children: [node('fail', { title: 'API \u001b[31m', reason: '`a` is low', next: 'write `tests`' }), node('pass')],
    });
    expect(renderVerdictText(verdict, 'en')).toBe('❌ Coverage: Fail. one is low\n  ❌ API [31m: a is low\n     → write tests\n  ✅ Node: because');
  });
});
