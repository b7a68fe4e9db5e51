import type { GateResult } from '../gates/gate-result.ts';
import { renderCoverageTable } from '../gates/coverage/coverage-table.ts';
import type { CheckOutput } from '../plan/write.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import { checkNotices } from './check-notices.ts';
import { checkSummary } from './check-summary.ts';
import { checkTitle } from './check-title.ts';
import { worstFirst } from './outcome-signs.ts';
import { renderProse } from './prose.ts';
import { renderGateTree } from './render-gate-tree.ts';
import { renderTree } from './render-tree.ts';
import { reportWords } from './report-words.ts';
import { truncateBytes } from './truncate-bytes.ts';

// GitHub counts bytes and refuses one more than 65,535; some room is left for what it may add.
const maxBytes = 65_000;

export interface CheckOutputInput {
  readonly gate: GateResult;
  /** Null while no configuration was ever good. */
  readonly policy: Policy | null;
  readonly snapshot: PullSnapshot;
  /** Pull requests with this head that no gate judges. */
  readonly outside: readonly PullFacts[];
}

/**
 * What a developer sees first of a gate: the verdict and its reason as the title; then why, what to do and who acts; then
 * the whole tree. Where several pull requests share the commit the worst verdict is shown and each is named.
 */
export function renderCheckOutput(input: CheckOutputInput): CheckOutput {
  const { gate, policy, snapshot } = input;
  const locale = policy?.locale ?? (snapshot.policy.kind === 'broken' ? snapshot.policy.locale : 'en');
  const pulls = worstFirst(gate.pulls, ({ verdict }) => verdict.verdict);
  const [worst] = pulls;
  const say = reportWords[locale];
  if (!worst) return { title: say.outcome['cannot-evaluate'], summary: say.nothingToDo };
  const title = checkTitle({ verdict: worst.verdict, enforcement: gate.enforcement, locale, pull: pulls.length > 1 ? worst.pull.number : null });
  const summary = checkSummary({
    pulls,
    locale,
    enforcement: gate.enforcement,
    notices: checkNotices(input, locale),
    figures: figures(input, worst),
    footer: footer(input, locale),
    page: pageOf(input, worst.pull),
  });
  const text = pulls.some(({ verdict }) => verdict.children.length > 0) ? trees(pulls, locale) : '';
  return { title, summary: truncateBytes(summary, maxBytes, say.truncated), ...(text === '' ? {} : { text: truncateBytes(text, maxBytes, say.truncated) }) };
}

function trees(pulls: readonly { pull: PullFacts; verdict: GateVerdict }[], locale: Locale): string {
  const share = Math.floor(maxBytes / pulls.length) - 400;
  if (pulls.length === 1) return pulls.map(({ verdict }) => renderGateTree(verdict.children, locale, share)).join('');
  return pulls
    .map(({ pull, verdict }) => `#### #${pull.number} ${renderProse(pull.title.slice(0, 100))}\n\n${renderTree([verdict], locale, share)}`)
    .join('\n\n');
}

/** A table of the components for a gate of coverage, once there is something to judge by components. */
function figures({ gate, policy, snapshot }: CheckOutputInput, { pull, verdict }: GateResult['pulls'][number]): string {
  const kind = policy?.playbook.gates.find(({ id }) => id === gate.gate)?.kind;
  if (!policy || kind !== 'coverage' || verdict.children.length === 0) return '';
  return renderCoverageTable({ policy, snapshot, pull, gate: gate.gate });
}

function footer(input: CheckOutputInput, locale: Locale): string {
  const say = reportWords[locale];
  const digest = input.policy === null ? '—' : input.policy.digest.slice(0, 12);
  const selfReported = restsOnEvidence(input) && input.snapshot.evidence.bundles.some((bundle) => bundle.provenance.kind === 'self-reported');
  return `${say.provenance(`\`${input.snapshot.headSha.slice(0, 12)}\``, `\`${digest}\``)}${selfReported ? ` · ${say.selfReported}` : ''}`;
}

/** A commit that stands for itself has no page. */
function pageOf({ snapshot: { pagesUrl } }: CheckOutputInput, { number }: PullFacts): string | null {
  return pagesUrl === undefined || number === 0 ? null : `${pagesUrl}/pull/${number}`;
}

/** Neither sign-offs nor the configuration are judged by evidence: of its origin nothing is said there, so that none that comes has them written again. */
function restsOnEvidence({ gate, policy }: CheckOutputInput): boolean {
  const kind = policy?.playbook.gates.find(({ id }) => id === gate.gate)?.kind;
  return kind !== 'checkpoint' && kind !== 'policy' && gate.pulls.some(({ verdict }) => verdict.verdict !== 'not-applicable');
}
