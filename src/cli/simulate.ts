import { Command } from 'commander';
import { comparePlans, type PlanDifference } from '../core/backlog/compare-plans.ts';
import { describePlanDifference } from '../core/backlog/describe-plan-difference.ts';
import { planBacklog } from '../core/backlog/plan-backlog.ts';
import { compareVerdicts } from '../core/explain/compare-verdicts.ts';
import { editSnapshot, supposeDecisionsRead } from '../core/explain/edit-snapshot.ts';
import type { Edits } from '../core/explain/edits.ts';
import { explainWords } from '../core/explain/explain-words.ts';
import { readSignature } from '../core/explain/read-signature.ts';
import { renderFlips } from '../core/explain/render-flips.ts';
import { evaluate } from '../core/gates/evaluate.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { gateEntry } from '../core/verdict/gate-entry.ts';
import { chooseVerdicts, isGood } from './choose-verdicts.ts';
import { langOption } from './lang-option.ts';
import { printJson, printLine } from './print.ts';
import { readLocalBundle } from './read-local-bundle.ts';
import { readSnapshot, type SnapshotOptions, withSnapshotOptions } from './read-snapshot.ts';
import { reportedTree } from './reported-tree.ts';
import { loadPolicyIn } from './speak-policy.ts';

interface SimulateOptions extends SnapshotOptions {
  readonly gate?: string[];
  readonly date?: string;
  readonly approve: string[];
  readonly attest: string[];
  readonly waive: string[];
  readonly withEvidence: string[];
  readonly withConfig?: string;
  readonly label: string[];
  readonly milestone?: string;
  readonly json?: true;
}

export const simulateCommand = withSnapshotOptions(new Command('simulate'))
  .description('What if: the same snapshot with edits, judged again; prints what flips, and writes nothing anywhere.')
  .option('--date <day>', 'on another day, YYYY-MM-DD')
  .option('--approve <checkpoint...>', 'the checkpoint is signed; @user at its end says by whom', [])
  .option('--attest <criterion...>', 'the criterion is attested; @user at its end says by whom', [])
  .option('--waive <criterion...>', 'the criterion is waived for 30 days; @user at its end says by whom', [])
  .option('--with-evidence <path...>', 'these reports come in addition', [])
  .option('--with-config <file>', 'under another configuration')
  .option('--label <name...>', 'the pull request has these labels too', [])
  .option('--milestone <name>', 'the pull request is of this sprint (s07), phase or milestone')
  .option('--gate <id...>', 'only these gates (default: those that `sprintgate gate` judges)')
  .addOption(langOption())
  .option('--json', 'print `{ notes, before, after, flips, plan }`')
  .addHelpText(
    'after',
    `
Examples:
  sprintgate simulate --approve architecture-review --date 2027-01-25
  sprintgate simulate --evidence coverage --with-config proposed.yml
  GITHUB_TOKEN=… sprintgate simulate --repo acme/scoring --pull 12 --approve s00@ana --label release

Ends with 0 if the gates would let the change through, else with 1.`,
  )
  .action(async (options: SimulateOptions) => {
    const read = await readSnapshot(options);
    const edits = await readEdits(options, read);
    const unread = edits.signatures?.length !== 0 && read.unavailable.some(({ what }) => what === 'decisions');
    const base = unread ? supposeDecisionsRead(read) : read;
    const edited = refit(editSnapshot(base, edits, options.pull === undefined ? 0 : Number(options.pull)));
    const asked = { gates: options.gate, pull: options.pull };
    const before = evaluate(base).gates.length === 0 ? [] : chooseVerdicts(base, evaluate(base), asked);
    const after = chooseVerdicts(edited, evaluate(edited), asked);
    const flips = compareVerdicts(before, after);
    const locale = edited.policy.kind === 'in-force' ? edited.policy.policy.locale : 'en';
    const notes = unread ? [explainWords[locale].decisionsSupposed] : [];
    const plan = planDifference(read, edits);
    if (options.json) printJson({ notes, before: before.map(gateEntry), after: after.map(gateEntry), flips, ...(plan ? { plan } : {}) });
    else for (const text of [...notes, ...(plan ? [describePlanDifference(plan, locale)] : []), renderFlips(after, flips, locale)]) printLine(text);
    process.exitCode = isGood(after, options.pull) ? 0 : 1;
  });

/** What another configuration would do to the backlog. */
function planDifference(snapshot: PullSnapshot, { policy }: Edits): PlanDifference | null {
  return policy && snapshot.policy.kind === 'in-force' ? comparePlans(planBacklog(snapshot.policy.policy), planBacklog(policy)) : null;
}

async function readEdits(options: SimulateOptions, snapshot: PullSnapshot): Promise<Edits> {
  const { date, milestone, label, withConfig, withEvidence } = options;
  const policy = withConfig === undefined ? undefined : await loadPolicyIn(withConfig, options.lang);
  const origin = { repositoryId: snapshot.repository.id, headSha: snapshot.headSha, workflowPath: 'what-if' };
  const bundles = await readLocalBundle(withEvidence, snapshot.now, origin);
  const trusted = trustedBy(policy === undefined ? snapshot : { policy: { kind: 'in-force', policy } });
  return {
    ...(policy === undefined ? {} : { policy }),
    ...(date === undefined ? {} : { date }),
    ...(milestone === undefined ? {} : { milestone }),
    labels: label,
    signatures: (['approve', 'attest', 'waive'] as const).flatMap((kind) => options[kind].map((text) => readSignature(kind, text))),
    // The question is what the reports would change, not who brings them.
    bundles: trusted === null ? bundles : bundles.map((bundle) => ({ ...bundle, provenance: { kind: 'verified', jobWorkflowRef: trusted } })),
  };
}

function trustedBy({ policy }: { policy: { kind: string; policy?: { evidence: { trusted: string | null } } } }): string | null {
  return policy.policy?.evidence.trusted ?? null;
}

/** Where no repository is at hand, the tree is what the reports name, under the configuration that holds then. */
function refit(snapshot: PullSnapshot): PullSnapshot {
  if (!snapshot.treeIsPartial || snapshot.policy.kind !== 'in-force') return snapshot;
  return { ...snapshot, tree: reportedTree(snapshot.policy.policy, snapshot.evidence.bundles) };
}
