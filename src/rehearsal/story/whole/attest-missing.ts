import { walkRule } from '../../../core/playbook/walk-rule.ts';
import type { Standing } from '../../../core/standing/standing.ts';
import type { Play } from '../play.ts';
import { wholeWords } from './whole-words.ts';

/** A comment holds so many commands. */
const mostCommands = 20;

/**
 * What does not hold, and a person may state, is stated by whoever has the authority, with a link to the proof: as a team does that
 * reads what is missing before a checkpoint. `except` is left as it is. Gives how many were stated.
 */
export function attestMissing(play: Play, standing: Standing, { issue, except }: { readonly issue: number; readonly except: ReadonlySet<string> }): number {
  const { stage, cast, policy, repository } = play;
  const words = wholeWords[policy.locale];
  const missing = standing.criteria.filter(({ id, binding, outcome }) => binding === 'binds' && outcome !== 'pass' && !except.has(id));
  const byAuthority = Map.groupBy(
    missing.flatMap(({ id }) => authoritiesOf(play, id).map((authority) => ({ id, authority }))),
    ({ authority }) => authority,
  );
  for (const [authority, criteria] of byAuthority) {
    const lines = criteria.map(({ id }) => words.attest(id));
    for (const signer of cast.signersOf(policy.authorities[authority] ?? null))
      for (let first = 0; first < lines.length; first += mostCommands)
        stage.github.people.comment({ repository, as: signer, number: issue, body: lines.slice(first, first + mostCommands).join('\n') });
  }
  return [...byAuthority.values()].flat().length;
}

function authoritiesOf({ policy }: Play, criterion: string): string[] {
  const rule = policy.playbook.criteria.find(({ id }) => id === criterion)?.rule;
  return [...new Set(rule ? walkRule(rule).flatMap((leaf) => ('attestation' in leaf.rule ? [leaf.rule.attestation.authority] : [])) : [])];
}
