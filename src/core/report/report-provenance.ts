import { repositoryBlock } from '../calendar/sprint-calendar.ts';
import { commandTable } from '../commands/command-table.ts';
import { newestBundles } from '../evidence/bundle/bundle.ts';
import type { Policy } from '../policy/policy.ts';
import { blockName } from '../rules/block-name.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { inlineCode } from './markdown.ts';
import { renderProse } from './prose.ts';
import { readinessReportWords } from './readiness-report-words.ts';

/** What the report rests on, and how to ask for more. No time of writing: the same world gives the same text. */
export function reportProvenance(policy: Policy, snapshot: PullSnapshot, pull: number): string {
  const say = readinessReportWords[policy.locale];
  const { playbook } = policy;
  const parts = [
    say.commit(inlineCode(snapshot.headSha.slice(0, 12))),
    say.method(inlineCode(`${playbook.id}@${playbook.version}`), policy.tier, policy.products.join(' + ')),
    say.today(renderProse(blockName(policy, repositoryBlock(policy, snapshot.now).id))),
    evidence(policy, snapshot),
    say.policy(inlineCode(policy.digest.slice(0, 12))),
  ];
  const footer = say.footer(inlineCode(`/sprintgate ${called('explain', policy)} …`), inlineCode(`/sprintgate ${called('recheck', policy)}`));
  const page = snapshot.pagesUrl === undefined ? '' : ` ${say.fullPage(`${snapshot.pagesUrl}/pull/${pull}`)}.`;
  return `---\n\n<sub>**${say.provenance}:** ${parts.join(' · ')}</sub>\n\n<sub>${footer}${page}</sub>`;
}

function evidence(policy: Policy, snapshot: PullSnapshot): string {
  const say = readinessReportWords[policy.locale];
  const bundles = newestBundles(snapshot.evidence.bundles);
  const last = bundles
    .map((bundle) => bundle.completedAt)
    .sort()
    .at(-1);
  if (last === undefined) return say.noEvidence;
  const verified = bundles.filter((bundle) => bundle.provenance.kind === 'verified').length;
  const origins = [verified > 0 ? say.verified(verified) : '', bundles.length > verified ? say.selfReported(bundles.length - verified) : ''].filter(
    (part) => part !== '',
  );
  return `${say.evidence(bundles.length, inlineCode(last))} (${origins.join(', ')})`;
}

function called(name: 'explain' | 'recheck', policy: Policy): string {
  return commandTable.find((command) => command.name === name)?.called[policy.locale][0] ?? name;
}
