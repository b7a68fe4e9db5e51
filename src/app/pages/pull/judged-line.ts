import type { DecisionPayload } from '../../../core/ledger/decision-payload.ts';
import { worst } from '../../../core/verdict/combine.ts';
import type { JudgedRow } from '../../../store/ledger/list-judged.ts';
import type { JudgedLine, PullTarget } from '../../../web/pull/pull-ports.ts';

/** What an entry of the ledger says of a pull request, in a line; null where it is no judgement of it. */
export function judgedLine({ repository, pull }: PullTarget, { seq, at, digest, subject }: JudgedRow, payload: string): JudgedLine | null {
  const { decision, plan = [] } = JSON.parse(payload) as DecisionPayload;
  const gates = (decision.gates ?? []).flatMap(({ gate, enforcement, pulls }) => {
    const own = pulls.flatMap(({ pull: of, verdict }) => (of.number === pull ? [verdict.verdict] : []));
    return own.length === 0 ? [] : [{ gate, enforcement, outcome: worst(own) }];
  });
  if (gates.length === 0) return null;
  const check = plan.find((write) => write.do === 'create-check' || write.do === 'update-check');
  const head = check && 'headSha' in check ? check.headSha : null;
  return { seq, at, digest, by: whose({ repository, pull }, subject), lost: null, head, gates };
}

/** A line of which the words are gone, or are not those of the chain. */
export function lostLine(target: PullTarget, { seq, at, digest, subject, erased, erasedAt }: JudgedRow): JudgedLine {
  return { seq, at, digest, by: whose(target, subject), lost: erased ? { why: 'erased', at: erasedAt } : { why: 'changed' }, head: null, gates: [] };
}

function whose({ repository, pull }: PullTarget, subject: string): JudgedLine['by'] {
  if (subject === `${repository}/pull/${pull}`) return 'own';
  return subject.includes('/group/') ? 'group' : 'shared';
}
