import type { IssueFacts } from '../../../src/core/snapshot/facts.ts';
import { describe, expect, test } from 'vitest';
import { readMarked } from '../../../src/core/markers/marker.ts';
import { sha256 } from '../../../src/core/markers/digest.ts';
import type { ConversationSnapshot } from '../../../src/core/people/conversation-snapshot.ts';
import { commandNeeds } from '../../../src/core/people/command-needs.ts';
import { decideCommands } from '../../../src/core/people/decide-commands.ts';
import { parseCommands } from '../../../src/core/commands/parse-commands.ts';
import { checkpointState } from '../../../src/core/gates/checkpoint/checkpoint-state.ts';
import { comment, conversation, decision, inForce, issue, merged, milestone, person, policyOf, proof, team, user, authorities } from './people-fixtures.ts';

function outcome(body: string, more: Partial<ConversationSnapshot> = {}, by = 'ana') {
  const result = decideCommands(conversation([comment(body, by)], more));
  return { codes: result.replies.flatMap(({ codes }) => codes), kinds: result.decisions.map(({ kind, subject }) => `${kind} ${subject}`), result };
}

const pull = {
  author: person('dev'),
  headSha: 'b'.repeat(40),
  headPushedAt: '2027-01-20T11:00:00Z' as string | null,
  baseRef: 'main',
  contributors: [person('dev').id],
};
const onPull = { pull, issue: issue(30, null) };

describe('sign-off of a checkpoint', () => {
  test.each([
    ['by an authority on its own issue', '/sprintgate approve', {}, ['approve architecture-review'], []],
    ['in Spanish', '/sprintgate aprobar architecture-review', {}, ['approve architecture-review'], []],
    ['with a reason that begins with a plain word', '/sprintgate approve looks good', {}, ['approve architecture-review'], []],
    ['with conditions', '/sprintgate approve until 2027-02-28 with: add the ADR', {}, ['approve-with-conditions architecture-review'], []],
    ['and refused with a reason', '/sprintgate reject no threat model', {}, ['reject architecture-review'], []],
    ['with a wall of text', `/sprintgate approve ${'x'.repeat(5_000)}`, {}, [], ['too-long']],
    ['refused without a reason', '/sprintgate reject', {}, [], ['no-reason']],
    [
      'elsewhere gets a reply that leads to the receipt',
      '/sprintgate approve architecture-review',
      { issue: issue(50, null) },
      ['approve architecture-review'],
      ['accepted'],
    ],
    ['elsewhere without its name', '/sprintgate approve', { issue: issue(50, null) }, [], ['no-subject']],
    ['with a mistyped name, on another checkpoint’s issue', '/sprintgate approve secruity-review', {}, [], ['unknown-subject']],
    ['with a name that nobody knows', '/sprintgate approve legal-review', {}, [], ['unknown-subject']],
    ['until a day that is no day', '/sprintgate approve until 2027-02-30', {}, [], ['bad-date']],
    ['until a day that is over', '/sprintgate approve until 2027-01-19', {}, [], ['past-date']],
    [
      'by one without the authority',
      '/sprintgate approve',
      { proofs: [proof('ana', 'architecture-review', []), proof('ana', 'escalation', [])] },
      [],
      ['no-authority'],
    ],
    [
      'by one who did not accept the invitation',
      '/sprintgate approve',
      { proofs: [proof('ana', 'architecture-review', [], { invited: [team('architects')] })] },
      [],
      ['no-authority'],
    ],
    [
      'where GitHub could not be asked',
      '/sprintgate approve',
      { proofs: [proof('ana', 'architecture-review', [], { unknown: [{ ...team('architects'), why: '403' }] })] },
      [],
      ['later'],
    ],
    ['where nobody was asked', '/sprintgate approve', { proofs: [] }, [], ['later']],
    ['of one’s own work', '/sprintgate approve', { work: { pulls: [merged(1, 'ana')], directPushes: [] } }, [], ['own-work']],
    [
      'of work that one pushed to',
      '/sprintgate approve',
      { work: { pulls: [merged(1, 'dev', { pushers: [person('ana').id] })], directPushes: [] } },
      [],
      ['own-work'],
    ],
    [
      'of a branch that one pushed to directly',
      '/sprintgate approve',
      { work: { pulls: [], directPushes: [{ userId: person('ana').id, at: '2027-01-15T00:00:00Z' }] } },
      [],
      ['own-work'],
    ],
    [
      'of work that one only committed to',
      '/sprintgate approve',
      { work: { pulls: [merged(1, 'dev', { committers: [person('ana').id] })], directPushes: [] } },
      ['approve architecture-review'],
      [],
    ],
    ['of work that cannot be read', '/sprintgate approve', { work: { unavailable: '403' } }, [], ['later']],
    [
      'of one’s own work that was moved to a later block',
      '/sprintgate approve',
      { work: { pulls: [merged(1, 'ana', { milestoneDescription: milestone(1, 's03').description })], directPushes: [] } },
      [],
      ['own-work'],
    ],
    ['on a pull request of one’s own', '/sprintgate approve architecture-review', { pull: { ...pull, author: person('ana') } }, [], ['own-work']],
    ['without a configuration', '/sprintgate approve', { policy: { kind: 'absent' } }, [], ['no-config']],
    ['with a configuration that never was good', '/sprintgate approve', { policy: { kind: 'broken', problems: [], locale: 'es' } }, [], ['later']],
    ['that is given already', '/sprintgate approve', { decisions: [decision('approve', 'architecture-review', { login: 'ana' })] }, [], ['already']],
  ] as [string, string, Partial<ConversationSnapshot>, string[], string[]][])('%s', (_name, ...[body, more, kinds, codes]) => {
    // What is decided elsewhere must not look edited here.
    const quiet = { ...more, ...(more.decisions ? { decisions: more.decisions.map((each) => ({ ...each, source: { ...each.source, issue: 1 } })) } : {}) };
    const seen = outcome(body, quiet);
    expect({ kinds: seen.kinds, codes: seen.codes }).toEqual({ kinds, codes });
  });

  describe('with a checkpoint’s own entry beside that of its authority', () => {
    const usual = policyOf();
    const checkpoints = usual.playbook.checkpoints.map((each) => (each.id === 'architecture-review' ? { ...each, authority: 'compliance' } : each));
    const policy = { ...usual, playbook: { ...usual.playbook, checkpoints } };
    const lawyer = [proof('lawyer', 'compliance', [user('lawyer')]), proof('lawyer', 'architecture-review', []), proof('lawyer', 'escalation', [])];

    test('its own people sign, and those of the authority do not', () => {
      expect(outcome('/sprintgate approve', { policy: inForce(policy) }).kinds).toEqual(['approve architecture-review']);
      expect(outcome('/sprintgate approve', { policy: inForce(policy), proofs: lawyer }, 'lawyer').codes).toEqual(['no-authority']);
    });
    test('the state, and what has to be read, go by it too', () => {
      const { decisions } = outcome('/sprintgate approve', { policy: inForce(policy) }).result;
      expect(checkpointState(policy, decisions, { id: 'architecture-review', now: '2027-01-20T20:00:00Z' }).state).toBe('approved');
      expect(checkpointState(policy, [], { id: 'architecture-review', now: '2027-01-20T20:00:00Z' }).missing).toMatchObject({ names: [team('architects')] });
      const [command] = parseCommands('/sprintgate approve architecture-review');
      expect(command?.kind === 'command' ? commandNeeds(policy, command, null).holders : null).toEqual(['architecture-review']);
    });
    test('where it is left out, its authority signs', () => {
      const { 'architecture-review': _own, ...others } = policy.authorities;
      expect(outcome('/sprintgate approve', { policy: inForce({ ...policy, authorities: others }), proofs: lawyer }, 'lawyer').kinds).toEqual([
        'approve architecture-review',
      ]);
    });
  });

  test('of two the one that was written later counts, whichever was decided first', () => {
    const older = decideCommands(
      conversation([comment('/sprintgate reject not yet', 'ana', { id: 4000, createdAt: '2027-01-20T10:00:00Z', updatedAt: '2027-01-20T10:00:00Z' })], {
        now: '2027-01-20T19:00:00Z',
      }),
    );
    const newer = decideCommands(conversation([comment('/sprintgate approve')]));
    expect(checkpointState(policyOf(), [...newer.decisions, ...older.decisions], { id: 'architecture-review', now: '2027-01-20T20:00:00Z' }).state).toBe(
      'approved',
    );
  });

  test('strict independence shuts out whoever committed', () => {
    const policy = inForce(policyOf(`${authorities}\nindependence: strict\n`));
    expect(outcome('/sprintgate approve', { policy, work: { pulls: [merged(1, 'dev', { committers: [person('ana').id] })], directPushes: [] } }).codes).toEqual(
      ['own-work'],
    );
  });

  test('is kept with comment, body hash, proof, rule, commits and time', () => {
    const body = '/sprintgate approve looks good';
    expect(outcome(body).result.decisions[0]).toMatchObject({
      repository: 9412,
      unit: '.',
      subject: 'architecture-review',
      by: { login: 'ana' },
      at: '2027-01-20T12:00:00Z',
      reason: 'looks good',
      proof: { authority: 'architecture-review', via: [team('architects')], rule: { teams: ['acme/architects'], count: 1 } },
      source: { commentId: 5000, bodyHash: sha256(body), line: 1, issue: 7 },
      commits: { from: null, to: 'd'.repeat(40) },
    });
  });

  test('ends with the day in the schedule’s time zone', () => {
    expect(outcome('/sprintgate approve until 2027-02-28').result.decisions[0]?.until).toBe('2027-03-01T06:00:00Z');
  });

  test('its receipt goes to the checkpoint’s own issue', () => {
    const { result } = outcome('/sprintgate approve architecture-review', { issue: issue(50, null) });
    expect(result.receipts.map(({ issue: number }) => number)).toEqual([7]);
    expect(result.replies[0]?.body).toContain('#7');
  });

  test('names who could do it, without notifying them', () => {
    const { result } = outcome('/sprintgate approve', { proofs: [proof('ana', 'architecture-review', [])] });
    expect(result.replies[0]?.body).toContain('team `acme/architects`');
    expect(result.replies[0]?.body).not.toMatch(/(?<!`)@/);
  });
});

test.each([
  [
    'en',
    'Nothing was decided yet: GitHub does not let the app read whether you belong to `acme/architects`. An owner of the organisation grants the app `members: read` and accepts the new permissions of the installation. It is tried again.',
  ],
  [
    'es',
    'Todavía no se decidió nada: GitHub no deja que la aplicación lea si usted pertenece a `acme/architects`. Un propietario de la organización otorga a la aplicación `members: read` y acepta los nuevos permisos de la instalación. Se intentará de nuevo.',
  ],
] as const)('of a team that may not be read the reply says which permission to grant, and who can, in %s', (locale, said) => {
  const proofs = [proof('ana', 'architecture-review', [], { unknown: [{ ...team('architects'), why: '403: members: read' }] })];
  const { result } = outcome('/sprintgate approve', { proofs, policy: inForce(policyOf(authorities, locale)) });
  expect(result.replies[0]?.body).toContain(said);
});

describe('when nobody is left', () => {
  const holders = { 'architecture-review': { people: [{ ...person('ana'), via: [team('architects')] }], complete: true } };
  const work = { pulls: [merged(1, 'ana')], directPushes: [] };
  const boss = [proof('boss', 'architecture-review', []), proof('boss', 'escalation', [user('boss')])];

  test('the escalation authority signs, under its own name', () => {
    const { result } = outcome('/sprintgate approve', { holders, work, proofs: boss }, 'boss');
    expect(result.decisions[0]?.proof.authority).toBe('escalation');
  });
  test('it does not while somebody is left', () => {
    const more = {
      'architecture-review': { people: [...holders['architecture-review'].people, { ...person('bea'), via: [team('architects')] }], complete: true },
    };
    expect(outcome('/sprintgate approve', { holders: more, work, proofs: boss }, 'boss').codes).toEqual(['no-authority']);
  });
  test('it does not while the list of holders is incomplete', () => {
    expect(
      outcome('/sprintgate approve', { holders: { 'architecture-review': { ...holders['architecture-review'], complete: false } }, work, proofs: boss }, 'boss')
        .codes,
    ).toEqual(['no-authority']);
  });
  test('the author learns who may', () => {
    const { result } = outcome('/sprintgate approve', { holders, work });
    expect(result.replies[0]?.body).toContain('`boss`');
  });
});

describe('who is heard', () => {
  test.each([
    ['an edited comment', comment('/sprintgate approve', 'ana', { updatedAt: '2027-01-20T12:01:00Z' }), ['edited']],
    [
      'a comment whose author GitHub says was edited',
      comment('/sprintgate approve', 'ana', { lastEditedAt: '2027-01-20T12:01:00Z', includesCreatedEdit: true }),
      ['edited'],
    ],
    ['a comment written through an app', comment('/sprintgate approve', 'ana', { appId: 5 }), ['via-app']],
    ['a bot', comment('/sprintgate approve', 'robot', { author: person('robot', 'Bot') }), []],
    ['an imported account', comment('/sprintgate approve', 'old', { author: person('old', 'Mannequin') }), []],
    ['ourselves', comment('/sprintgate approve', 'ana', { appId: 77 }), []],
  ])('%s decides nothing', (_name, written, codes) => {
    const result = decideCommands(conversation([written]));
    expect(result.decisions).toEqual([]);
    expect(result.replies.flatMap(({ codes }) => codes)).toEqual(codes);
  });

  test('times that differ do not count where GitHub says that it was not edited', () => {
    const written = comment('/sprintgate approve', 'ana', { updatedAt: '2027-01-20T12:01:00Z', lastEditedAt: null, includesCreatedEdit: false });
    expect(decideCommands(conversation([written])).decisions).toHaveLength(1);
  });
});

describe('once is enough', () => {
  test('what is decided is not decided again', () => {
    const first = decideCommands(conversation([comment('/sprintgate approve')]));
    const again = decideCommands(conversation([comment('/sprintgate approve')], { decisions: first.decisions }));
    expect(again).toMatchObject({ decisions: [], replies: [], resumed: [{ requests: [] }], marks: first.marks });
    expect(decideCommands(conversation([comment('/sprintgate approve')], { decisions: first.decisions, processed: first.marks }))).toMatchObject({
      resumed: [],
      marks: [],
    });
  });
  test('what was marked is not answered again', () => {
    const first = decideCommands(conversation([comment('/sprintgate frob')]));
    expect(first.replies).toHaveLength(1);
    expect(decideCommands(conversation([comment('/sprintgate frob')], { processed: first.marks })).replies).toEqual([]);
  });
  test('without a store our own reply is the mark', () => {
    const first = decideCommands(conversation([comment('/sprintgate frob')]));
    const ours = comment(first.replies[0]?.body ?? '', 'sprintgate[bot]', { id: 5001, appId: 77, author: person('sprintgate[bot]', 'Bot') });
    const again = decideCommands(conversation([comment('/sprintgate frob'), ours]));
    expect(again.replies).toEqual([]);
  });
  test('a request that was answered but never marked is asked for again', () => {
    const first = decideCommands(conversation([comment('/sprintgate seed')]));
    const ours = comment(first.replies[0]?.body ?? '', 'sprintgate[bot]', { id: 5001, appId: 77, author: person('sprintgate[bot]', 'Bot') });
    expect(decideCommands(conversation([comment('/sprintgate seed'), ours]))).toMatchObject({
      replies: [],
      requests: [],
      resumed: [{ requests: [{ kind: 'seed' }] }],
    });
  });
  test('a command that was answered but perhaps never signed is signed, unless a line of it was marked', () => {
    const written = comment('/sprintgate frob\n/sprintgate seed');
    const first = decideCommands(conversation([written]));
    const ours = comment(first.replies[0]?.body ?? '', 'sprintgate[bot]', { id: 5001, appId: 77, author: person('sprintgate[bot]', 'Bot') });
    expect(first.reactions).toMatchObject([{ comment: written.id, content: 'confused' }]);
    expect(decideCommands(conversation([written, ours])).reactions).toEqual(first.reactions);
    expect(decideCommands(conversation([written, ours], { processed: first.marks.slice(0, 1) })).reactions).toEqual([]);
  });
  test('a decision that was announced but never kept is decided again, to the same id', () => {
    const elsewhere = { issue: issue(50, null) };
    const written = comment('/sprintgate approve architecture-review');
    const first = decideCommands(conversation([written], elsewhere));
    const ours = comment(first.replies[0]?.body ?? '', 'sprintgate[bot]', { id: 5001, appId: 77, author: person('sprintgate[bot]', 'Bot') });
    expect(decideCommands(conversation([written, ours], elsewhere))).toMatchObject({ replies: [], decisions: [{ id: first.decisions[0]?.id }] });
  });
  test('a reply that another bot forged is no mark', () => {
    const first = decideCommands(conversation([comment('/sprintgate approve frob.x')]));
    const forged = comment(first.replies[0]?.body ?? '', 'other[bot]', { id: 5001, appId: 5, author: person('other[bot]', 'Bot') });
    expect(decideCommands(conversation([comment('/sprintgate approve frob.x'), forged])).replies).toHaveLength(1);
  });
  test('a reply that somebody else forged is no mark', () => {
    const first = decideCommands(conversation([comment('/sprintgate frob')]));
    const forged = comment(first.replies[0]?.body ?? '', 'eve', { id: 5001 });
    expect(decideCommands(conversation([comment('/sprintgate frob'), forged])).replies).toHaveLength(1);
  });
  test('what must wait is said once and tried again', () => {
    const waiting = { work: { unavailable: '403' } };
    const first = decideCommands(conversation([comment('/sprintgate approve')], waiting));
    expect(first).toMatchObject({ marks: [], waitingSince: ['2027-01-20T12:00:00Z'] });
    const ours = comment(first.replies[0]?.body ?? '', 'sprintgate[bot]', { id: 5001, appId: 77, author: person('sprintgate[bot]', 'Bot') });
    expect(decideCommands(conversation([comment('/sprintgate approve'), ours], waiting)).replies).toEqual([]);
    expect(decideCommands(conversation([comment('/sprintgate approve'), ours])).decisions).toHaveLength(1);
  });
  test('two lines of one comment are two decisions, and the second sees the first', () => {
    const result = decideCommands(conversation([comment('/sprintgate approve\n/sprintgate approve')]));
    expect(result.decisions).toHaveLength(1);
    expect(result.replies.flatMap(({ codes }) => codes)).toEqual(['already']);
  });
});

describe('a comment gets one reply and one sign, however many commands it holds', () => {
  const body = 'See below.\n/sprintgate status\n/sprintgate frob\n/sprintgate status\n/sprintgate approve';
  const ours = (text: string) => comment(text, 'sprintgate[bot]', { id: 5001, appId: 77, author: person('sprintgate[bot]', 'Bot') });

  test('each command is quoted, and what is answered alike is answered once', () => {
    const { replies, reactions, receipts } = decideCommands(conversation([comment(body)]));
    expect(replies.map(({ codes }) => codes)).toEqual([['answered', 'unknown-command', 'answered']]);
    expect(replies[0]?.body.match(/Architecture/g)).toHaveLength(1);
    expect(replies[0]?.body).toContain('> `/sprintgate status` [ana]');
    expect(replies[0]?.body).toContain('> `/sprintgate frob`');
    expect(receipts).toHaveLength(1);
    expect(reactions).toEqual([{ comment: 5000, content: 'confused' }]);
  });

  test('without a store it is the mark of each line', () => {
    const first = decideCommands(conversation([comment(body)]));
    const again = decideCommands(conversation([comment(body), ours(first.replies[0]?.body ?? '')], { decisions: first.decisions }));
    expect(again).toMatchObject({ replies: [], decisions: [], reactions: first.reactions });
    expect(again.marks).toHaveLength(4);
  });

  test('a line that waited is answered by a reply of its own, and what was said is not said again', () => {
    const lines = '/sprintgate status\n/sprintgate approve architecture-review';
    const elsewhere = { issue: issue(50, null) };
    const first = decideCommands(conversation([comment(lines)], { ...elsewhere, work: { unavailable: '403' } }));
    expect([first.replies.map(({ codes }) => codes), first.reactions]).toEqual([[['answered', 'later']], [{ comment: 5000, content: 'eyes' }]]);
    const second = decideCommands(conversation([comment(lines), ours(first.replies[0]?.body ?? '')], { ...elsewhere, processed: first.marks }));
    expect([second.replies.map(({ codes }) => codes), second.reactions]).toEqual([[['accepted']], [{ comment: 5000, content: '+1' }]]);
  });

  test('a decision whose receipt stands on the same issue needs the sign alone', () => {
    expect(decideCommands(conversation([comment('/sprintgate approve')]))).toMatchObject({ replies: [], reactions: [{ comment: 5000, content: '+1' }] });
  });

  test('of a hundred commands twenty are answered, in one comment that GitHub takes', () => {
    const { replies } = decideCommands(conversation([comment('/sprintgate help\n/sprintgate plan\n'.repeat(50))]));
    expect(replies).toHaveLength(1);
    expect(replies[0]?.codes).toHaveLength(21);
    expect(replies[0]?.body).toContain('The last 80 were left alone');
    expect(Buffer.byteLength(replies[0]?.body ?? '')).toBeLessThan(65_536);
  });
});

describe('later changes are told and change nothing', () => {
  const [accepted] = decideCommands(conversation([comment('/sprintgate approve')])).decisions;
  const decisions = accepted ? [accepted] : [];
  test.each([
    ['edited', [comment('/sprintgate reject bad', 'ana', { updatedAt: '2027-01-21T00:00:00Z' })]],
    ['deleted', []],
  ])('%s', (what, comments) => {
    const result = decideCommands(conversation(comments, { decisions }));
    expect(result.decisions).toEqual([]);
    expect(result.changed).toMatchObject([{ what }]);
    expect(result.replies.flatMap(({ codes }) => codes)).toEqual(['changed-later']);
  });
});

describe('criteria', () => {
  const policy = policyOf();
  const attestable = policy.playbook.criteria.find(({ rule }) => 'attestation' in rule && rule.attestation.authority === 'compliance')?.id ?? '';
  const measured = policy.playbook.criteria.find(({ rule }) => 'coverage' in rule)?.id ?? '';
  const lawyer = { issue: issue(50, null), proofs: [proof('lawyer', 'compliance', [user('lawyer')]), proof('lawyer', 'escalation', [])] };
  test.each([
    ['attest CRITERION https://example.com/a', ['attest CRITERION'], []],
    ['attest CRITERION', [], ['no-link']],
    ['attest CRITERION https://example.com/a until 2040-01-01', [], ['date-too-late']],
    ['attest MEASURED https://example.com/a', [], ['not-attestable']],
    ['waive CRITERION until 2027-03-01 the vendor is late', ['waive CRITERION'], []],
    ['waive CRITERION the vendor is late', [], ['no-date']],
    ['waive CRITERION until 2027-03-01', [], ['no-reason']],
    ['waive nothing.such until 2027-03-01 x', [], ['unknown-subject']],
  ])('%s', (written, kinds, codes) => {
    const named = (text: string): string => text.replace('CRITERION', attestable).replace('MEASURED', measured);
    const seen = outcome(`/sprintgate ${named(written)}`, lawyer, 'lawyer');
    expect({ kinds: seen.kinds, codes: seen.codes.filter((code) => code !== 'accepted') }).toEqual({ kinds: kinds.map(named), codes });
  });

  test('its receipt goes to the checkpoint issue of its block, where it is found again without a store', () => {
    expect(outcome(`/sprintgate attest ${attestable} https://example.com/a`, lawyer, 'lawyer').result.receipts.map(({ issue: number }) => number)).toEqual([7]);
  });

  test('an attestation without a date ends when the rule says', () => {
    const until = outcome(`/sprintgate attest ${attestable} https://example.com/a`, lawyer, 'lawyer').result.decisions[0]?.until;
    expect(until).toMatch(/^2027-/);
  });
});

describe('revoke', () => {
  const approved = decision('approve', 'architecture-review', { login: 'bea' });
  test.each([
    [`revoke ${approved.id} wrong commit`, [`revoke ${approved.id}`], []],
    ['revoke architecture-review wrong commit', [`revoke ${approved.id}`], []],
    [`revoke ${approved.id}`, [], ['no-reason']],
    ['revoke d-00000000deadbeef no', [], ['nothing-to-revoke']],
    ['revoke model-performance no', [], ['nothing-to-revoke']],
  ])('%s', (written, kinds, codes) => {
    const seen = outcome(`/sprintgate ${written}`, { decisions: [{ ...approved, source: { ...approved.source, issue: 1 } }], issue: issue(50, null) });
    expect({ kinds: seen.kinds, codes: seen.codes.filter((code) => code !== 'accepted') }).toEqual({ kinds, codes });
  });
});

describe('pull requests', () => {
  const security = [proof('ana', 'security-team', [team('security')]), proof('ana', 'escalation', [])];
  const everyOther = ['model-performance', 'security-review', 'sre-review', 'compliance'].map((id) => proof('ana', id, []));
  test.each([
    ['override production is down', { ...onPull, proofs: security }, ['override pull/30'], []],
    ['override', { ...onPull, proofs: security }, [], ['no-reason']],
    ['override production is down', { ...onPull, proofs: security, pull: { ...pull, author: person('ana') } }, [], ['own-work']],
    ['override production is down', { ...onPull, proofs: security, pull: { ...pull, contributors: null } }, [], ['later']],
    ['override production is down', { proofs: security }, [], ['not-on-pull']],
    ['override production is down', { ...onPull, proofs: security, pull: { ...pull, headPushedAt: '2027-01-20T12:00:01Z' } }, [], ['head-moved']],
    ['override production is down', { ...onPull, proofs: security, pull: { ...pull, headPushedAt: null } }, [], ['name-head']],
    ['override bbbbbbb production is down', { ...onPull, proofs: security, pull: { ...pull, headPushedAt: null } }, ['override pull/30'], []],
    ['override bbbbbbb production is down', { ...onPull, proofs: security, pull: { ...pull, headPushedAt: '2027-01-20T12:00:01Z' } }, ['override pull/30'], []],
    ['override bbbbbbb', { ...onPull, proofs: security }, [], ['no-reason']],
    ['override c0ffee1 production is down', { ...onPull, proofs: security }, [], ['head-moved']],
    ['override defaced pages', { ...onPull, proofs: security }, ['override pull/30'], []],
    ['approve config', { ...onPull, proofs: security, pull: { ...pull, headPushedAt: '2027-01-20T12:00:01Z' } }, [], ['head-moved']],
    ['approve config bbbbbbb', { ...onPull, proofs: security, pull: { ...pull, headPushedAt: null } }, ['approve config/30'], []],
    ['hold wait', { ...onPull, pull: { ...pull, headPushedAt: null } }, ['hold pull/30'], []],
    ['hold wait', { ...onPull }, ['hold pull/30'], []],
    ['hold wait', { ...onPull, pull: { ...pull, author: person('ana') } }, ['hold pull/30'], []],
    [
      'hold wait',
      { ...onPull, proofs: [...everyOther, proof('ana', 'architecture-review', []), proof('ana', 'security-team', []), proof('ana', 'escalation', [])] },
      [],
      ['no-authority'],
    ],
    ['unhold', { ...onPull }, [], ['not-held']],
    ['unhold', { ...onPull, decisions: [decision('hold', 'pull/30')] }, ['unhold pull/30'], []],
    ['approve config', { ...onPull, proofs: security }, ['approve config/30'], []],
  ] as [string, Partial<ConversationSnapshot>, string[], string[]][])('%s', (written, ...[more, kinds, codes]) => {
    const seen = outcome(`/sprintgate ${written}`, more);
    expect({ kinds: seen.kinds, codes: seen.codes }).toEqual({ kinds, codes });
  });

  test('an override holds for one head and 24 hours, and asks for a follow-up issue', () => {
    const { result } = outcome('/sprintgate override production is down', { ...onPull, proofs: security });
    expect(result.decisions[0]).toMatchObject({ commits: { to: 'b'.repeat(40) }, until: '2027-01-21T18:00:00Z' });
    expect(result.requests).toMatchObject([{ kind: 'follow-up', issue: 30, argument: result.decisions[0]?.id }]);
  });
});

describe('adopting in mid-course', () => {
  const security = [proof('ana', 'security-team', [team('security')]), proof('ana', 'escalation', [])];
  const seeded = [issue(7, 's00.checkpoint'), issue(17, 's01.checkpoint'), issue(27, 's03.checkpoint')];
  const reason = 'in production since 2025';
  test.each([
    [`adopt s03 ${reason}`, {}, ['baseline s00', 'baseline s01'], ['accepted']],
    [`adoptar 3 ${reason}`, {}, ['baseline s00', 'baseline s01'], ['accepted']],
    [`adopt s01 ${reason}`, {}, ['baseline s00'], []],
    [`adopt s00 ${reason}`, {}, [], ['nothing-to-adopt']],
    [`adopt s99 ${reason}`, {}, [], ['unknown-subject']],
    ['adopt', {}, [], ['no-subject']],
    ['adopt s03', {}, [], ['no-reason']],
    [`adopt s03 ${reason}`, { proofs: [proof('ana', 'security-team', []), proof('ana', 'escalation', [])] }, [], ['no-authority']],
    [`adopt s03 ${reason}`, { work: { pulls: [merged(1, 'ana')], directPushes: [] } }, [], ['own-work']],
    [`adopt s03 ${reason}`, { work: { unavailable: '403' } }, [], ['later']],
  ] as [string, Partial<ConversationSnapshot>, string[], string[]][])('%s', (written, ...[more, kinds, codes]) => {
    const seen = outcome(`/sprintgate ${written}`, { proofs: security, seeded, ...more });
    expect({ kinds: seen.kinds, codes: seen.codes }).toEqual({ kinds, codes });
  });

  test('one of two accepts nothing yet, and the reply says so; with the second it holds', () => {
    const policy = policyOf(authorities.replace('{ teams: [acme/security] }\n  compliance', '{ teams: [acme/security], count: 2 }\n  compliance'));
    const first = outcome(`/sprintgate adopt s03 ${reason}`, { policy: inForce(policy), proofs: security, seeded }).result;
    expect(first.replies[0]?.body).toContain('signature 1 of 2');
    const at = { id: 'architecture-review', now: '2027-01-20T18:00:00Z' };
    expect(checkpointState(policy, first.decisions, at).signed).toBe(false);
    const bea = comment(`/sprintgate adopt s03 ${reason}`, 'bea', { id: 5002 });
    const beas = [proof('bea', 'security-team', [team('security')]), proof('bea', 'escalation', [])];
    const second = decideCommands(
      conversation([bea], {
        policy: inForce(policy),
        proofs: beas,
        seeded,
        decisions: first.decisions.map((each) => ({ ...each, source: { ...each.source, issue: 1 } })),
      }),
    );
    expect(second.replies[0]?.body).not.toContain('signature');
    expect(checkpointState(policy, [...first.decisions, ...second.decisions], at)).toMatchObject({ state: 'baseline', signed: true });
  });

  test('posts each receipt on its own checkpoint’s issue, and says where', () => {
    const { result } = outcome(`/sprintgate adopt s03 ${reason}`, { proofs: security, seeded });
    expect(result.receipts.map(({ decision: { subject }, issue: number }) => [subject, number])).toEqual([
      ['s00', 7],
      ['s01', 17],
    ]);
    expect(result.replies[0]?.body).toContain('`s00` (#7), `s01` (#17)');
  });

  test('killed half way it is decided again, to the same ids; done, it is not', () => {
    const once = outcome(`/sprintgate adopt s03 ${reason}`, { proofs: security, seeded }).result.decisions;
    const again = (decisions: typeof once) =>
      outcome(`/sprintgate adopt s03 ${reason}`, { proofs: security, seeded, decisions }).result.decisions.map(({ id }) => id);
    expect(again(once.slice(0, 1))).toEqual(once.map(({ id }) => id));
    expect(again(once)).toEqual([]);
  });

  test('an edited comment is told once, not once for each block', () => {
    const decisions = outcome(`/sprintgate adopt s03 ${reason}`, { proofs: security, seeded }).result.decisions;
    expect(outcome('never mind', { decisions }).codes).toEqual(['changed-later']);
  });
});

describe('moving', () => {
  const milestones = [milestone(1, 's00'), milestone(6, 's05')];
  const item = issue(12, 's01.checkpoint', { milestone: 1 });
  const more = { milestones, seeded: [issue(7, 's00.checkpoint'), item] };
  test.each([
    ['move #12 to 5', more, [{ issue: 12, milestone: 6 }], ['requested']],
    ['mover #12 a sprint 5', more, [{ issue: 12, milestone: 6 }], ['requested']],
    ['move s05', more, [{ issue: 7, milestone: 6 }], ['requested']],
    ['move s05', { ...more, ...onPull }, [{ issue: 30, milestone: 6 }], ['requested']],
    ['move #12 to 0', more, [], ['already']],
    ['move #12 to 3', more, [], ['not-seeded']],
    ['move #12 to 40', more, [], ['unknown-subject']],
    ['move #99 to 5', more, [], ['unknown-subject']],
    ['move #99 to 5', { ...more, planned: [issue(99, null)] }, [{ issue: 99, milestone: 6 }], ['requested']],
    ['move', more, [], ['no-subject']],
    ['move #12 to 5', { ...more, proofs: Object.keys(policyOf().authorities).map((id) => proof('ana', id, [])) }, [], ['no-authority']],
  ] as [string, Partial<ConversationSnapshot>, unknown[], string[]][])('%s', (written, ...[seen, moves, codes]) => {
    const { result } = outcome(`/sprintgate ${written}`, seen);
    expect({ moves: result.requests.map(({ move }) => move), codes: result.replies.flatMap(({ codes }) => codes) }).toEqual({ moves, codes });
  });
});

describe('the plan', () => {
  test('is answered where it is asked for, with its dates', () => {
    const { result } = outcome('/sprintgate plan', { issue: issue(50, null), proofs: [] });
    expect(result.replies[0]?.body).toMatch(/Sprint 0 .*2027-01-24/);
  });
  test('for another start shows other dates', () => {
    expect(outcome('/sprintgate plan 2027-02-01').result.replies[0]?.body).toMatch(/Sprint 0 .*2027-02-14/);
    expect(outcome('/sprintgate plan tomorrow').codes).toEqual(['bad-date']);
  });
});

describe('explaining a gate', () => {
  test.each([
    ['explain', onPull, ['']],
    ['explain coverage', onPull, ['coverage']],
    ['explicar `sprintgate/Readiness`', onPull, ['readiness']],
    ['explain coverage.total', onPull, []],
    ['explain coverage', {}, []],
  ] as [string, Partial<ConversationSnapshot>, string[]][])('%s', (written, ...[more, asked]) => {
    const { requests } = outcome(`/sprintgate ${written}`, more).result;
    expect(requests.map(({ kind, argument }) => [kind, argument])).toEqual(asked.map((gate) => ['explain', gate]));
  });
});

describe('committing', () => {
  const milestones = [milestone(1, 's00'), milestone(6, 's05')];
  const label = 'sprintgate:committed-s00';
  const item = (number: number, at: number | null, facts: Partial<IssueFacts> = {}) => issue(number, 's00.deliverable.x', { milestone: at, ...facts });
  const seeded = [issue(7, 's00.checkpoint', { milestone: 1 }), item(12, 1), item(13, 1, { labels: [label] }), item(14, 1, { state: 'closed' }), item(15, 6)];
  const more = { milestones, seeded };
  const on = (number: number) => ({ ...more, issue: seeded.find((each) => each.number === number) ?? issue(number, null) });
  test.each([
    ['commit', more, [{ issues: [12], milestone: 1, label }], ['requested']],
    ['comprometer s05', more, [{ issues: [15], milestone: 6, label: 'sprintgate:committed-s05' }], ['requested']],
    ['commit', on(12), [{ issues: [12], milestone: 1, label }], ['requested']],
    ['commit', on(15), [{ issues: [15], milestone: 1, label }], ['requested']],
    ['commit', on(13), [], ['already']],
    ['commit #12, #15 to sprint 5', more, [{ issues: [12, 15], milestone: 6, label: 'sprintgate:committed-s05' }], ['requested']],
    ['comprometer #12 #15 para el sprint 5', more, [{ issues: [12, 15], milestone: 6, label: 'sprintgate:committed-s05' }], ['requested']],
    ['commit #14', more, [], ['already']],
    ['commit #99', more, [], ['unknown-subject']],
    ['commit #99', { ...more, planned: [issue(99, null)] }, [{ issues: [99], milestone: 1, label }], ['requested']],
    ['commit s99', more, [], ['unknown-subject']],
    ['commit s03', more, [], ['not-seeded']],
    ['commit', { ...more, proofs: Object.keys(policyOf().authorities).map((id) => proof('ana', id, [])) }, [], ['no-authority']],
  ] as [string, Partial<ConversationSnapshot>, unknown[], string[]][])('%s', (written, ...[seen, commits, codes]) => {
    const { result } = outcome(`/sprintgate ${written}`, seen);
    expect({ commits: result.requests.map(({ commit }) => commit), codes: result.replies.flatMap(({ codes: each }) => each) }).toEqual({ commits, codes });
  });

  test('the status counts what is open and what is committed', () => {
    expect(outcome('/sprintgate status', more).result.replies[0]?.body).toContain('Sprint `s00`: 2 open items, 1 of them committed.');
  });
});

describe('questions', () => {
  test.each([
    ['help', 'attest CRITERION LINK'],
    ['ayuda', 'Command'],
    ['status', 'architecture-review'],
    ['explain', 'Architecture review'],
    ['frobnicate', 'There is no command'],
    ['aprovar', '/sprintgate aprobar'],
  ])('%s is answered', (written, part) => {
    expect(outcome(`/sprintgate ${written}`, { proofs: [] }).result.replies[0]?.body).toContain(part);
  });
  test('in the policy’s language', () => {
    expect(outcome('/sprintgate help', { policy: inForce(policyOf(authorities, 'es')) }).result.replies[0]?.body).toContain('Quién puede usarlo');
  });
  test.each(['recheck', 'plan', 'explain'])('%s on a pull request is a request to the engine', (name) => {
    expect(outcome(`/sprintgate ${name}`, onPull).result.requests).toMatchObject([{ kind: name, issue: 30 }]);
  });
  test('seed asks for some authority', () => {
    expect(outcome('/sprintgate seed', onPull).result.requests).toMatchObject([{ kind: 'seed' }]);
  });
  test('an explanation lists who may still sign', () => {
    const holders = {
      'architecture-review': {
        people: [
          { ...person('dev'), via: [team('architects')] },
          { ...person('bea'), via: [team('architects')] },
        ],
        complete: true,
      },
    };
    const body = outcome('/sprintgate explain', { holders }).result.replies[0]?.body ?? '';
    expect(body).toContain('`bea`');
    expect(body).not.toContain('`dev`');
  });
  test('no reply of ours can be read as a command', () => {
    const { result } = outcome('/sprintgate help');
    expect(decideCommands(conversation([comment(result.replies[0]?.body ?? '', 'eve')])).replies).toEqual([]);
    expect(readMarked(result.replies[0]?.body)?.edited).toBe(false);
  });
});
