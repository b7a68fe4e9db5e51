import { currentSprint } from '../calendar/sprint-calendar.ts';
import { classifyReport } from '../evidence/classify/classify-report.ts';
import { isAdmitted } from '../evidence/bundle/is-admitted.ts';
import { type EvidenceBundle, newestBundles } from '../evidence/bundle/bundle.ts';
import type { Report } from '../evidence/report.ts';
import { bindingBlock } from '../gates/checkpoint/binding-block.ts';
import { judgeCheckpoint } from '../gates/checkpoint/judge-checkpoint.ts';
import { readCoverage } from '../gates/coverage/read-coverage.ts';
import type { GateInput } from '../gates/gate-input.ts';
import type { Policy } from '../policy/policy.ts';
import { knownToPolicy } from './known-to-policy.ts';
import type { CheckpointReading, CoverageReading, RuleContext } from './rule-context.ts';
import { ruleWords } from './rule-words.ts';

/** Gathers once what all rules of a pull request look at. Coverage is read only when a rule asks for it. */
export function buildRuleContext(input: GateInput): RuleContext {
  const { policy, snapshot, pull } = input;
  const known = knownToPolicy(policy);
  let coverage: ((of: string) => CoverageReading) | null = null;
  return {
    policy,
    snapshot,
    pull,
    now: snapshot.now,
    bundles: newestBundles(snapshot.evidence.bundles)
      .filter((bundle) => isAdmitted(policy.evidence.trusted, bundle.provenance))
      .map((bundle) => classified(policy, bundle))
      .map((bundle) => ({ ...bundle, reports: bundle.reports.filter((report) => !isOfAnother(report, input)).map(known) })),
    decisions: snapshot.decisions.filter((decision) => decision.repository === snapshot.repository.id && decision.unit === policy.unit),
    block: bindingBlock(input),
    coverage: (of) => (coverage ??= readCoverage(input))(of),
    checkpoint: (id) => readCheckpoint(input, id),
    path: [],
  };
}

function classified(policy: Policy, bundle: EvidenceBundle): EvidenceBundle {
  const origin = { uploadName: bundle.identity.uploadName, labels: bundle.labels ?? null };
  return { ...bundle, reports: bundle.reports.flatMap((report) => classifyReport(report, origin, policy.evidence.reports)) };
}

/** Tests of a component that this release unit does not hold say nothing of it. */
function isOfAnother(report: Report, { policy, whole }: GateInput): boolean {
  if (whole === undefined || report.kind !== 'tests' || report.component === null) return false;
  const isIn = ({ components }: Policy): boolean => components.some(({ id }) => id === report.component);
  return isIn(whole) && !isIn(policy);
}

function readCheckpoint({ policy: own, whole: policy = own, snapshot }: GateInput, id: string): CheckpointReading {
  const block = policy.playbook.blocks.find((candidate) => candidate.checkpoint === id);
  const say = ruleWords[policy.locale];
  if (!block) return { title: id, verdict: 'cannot-evaluate', code: 'checkpoint.unknown', reason: say.unknownCheckpoint(id), next: say.mendPlaybook };
  const current = `${policy.text.sprint} ${currentSprint(policy, snapshot.now)}`;
  const { title, verdict, code, reason, next } = judgeCheckpoint({ policy, snapshot, block, current });
  return { title, verdict, code, reason, next };
}
