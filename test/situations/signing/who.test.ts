import { readManifest } from '../../support/stage.ts';
import { answers, both, commentsAre, saysNothingOf } from '../answers.ts';
import { configured } from '../configured.ts';
import { grants, merges, team } from '../people-steps.ts';
import { type Situation, situations } from '../situation.ts';
import { says, trouble } from '../steps.ts';

const command = '/sprintgate approve architecture-review';
const approves = (as: string) => says(as, command);
/** Sprint 1, in which a pull request waits for the architects: whoever this rule names. */
const architects = (rule: string, more: Readonly<Record<string, string>> = {}) =>
  configured({ sprint: 1, authorities: { 'architecture-review': rule, ...more } });
const waits = (...words: readonly string[]) => ({ checkpoint: ['failure', 'To be signed by', command, ...words] }) as const;
const signed = (...by: readonly string[]) => ({ checkpoint: ['success', 'The one checkpoint before it is signed', ...by] }) as const;

const single: readonly Situation[] = [
  {
    that: 'who is named counts, and leaves a receipt',
    config: architects('{ users: [ana] }'),
    steps: [approves('ana')],
    checks: signed('Signed by `ana` on 2027-01-12'),
    and: answers('**Approved: `architecture-review`**', 'Signed by this installation'),
  },
  {
    that: 'a stranger signs nothing, and is told who may',
    config: architects('{ users: [ana] }'),
    steps: [grants('write', 'eva'), approves('eva')],
    checks: waits('`ana`'),
    and: both(answers('Nothing was decided: this needs `ana`'), saysNothingOf('**Approved')),
  },
  {
    that: 'the author signs nothing, and is told who else may',
    config: architects('{ users: [luis, ana] }'),
    steps: [approves('luis')],
    checks: waits('`luis` or `ana`'),
    and: answers('nobody signs their own', 'Others may: `ana`'),
  },
  {
    that: 'who pushed to the pull request signs nothing',
    config: architects('{ users: [pia, ana] }'),
    steps: [
      grants('write', 'pia'),
      ({ stage, repository, pull }) => void stage.github.people.pushToPull({ repository, as: 'pia', number: pull.number, files: { 'src/b.ts': 'b' } }),
      approves('pia'),
    ],
    checks: waits(),
    and: answers('you wrote or pushed some of this work', 'Others may: `ana`'),
  },
  {
    that: 'who wrote work of the block that is merged signs nothing',
    config: architects('{ users: [pia, ana] }'),
    steps: [merges('pia', { 'src/b.ts': 'b' }), approves('pia')],
    checks: waits(),
    and: answers('you wrote or pushed some of this work', 'Others may: `ana`'),
  },
  {
    that: 'who wrote work that is not merged may sign',
    config: architects('{ users: [pia] }'),
    steps: [
      grants('write', 'pia'),
      ({ stage, repository }) => {
        stage.github.people.commit({ repository, as: 'pia', branch: 'later', files: { 'src/b.ts': 'b' } });
        stage.github.people.openPull({ repository, as: 'pia', head: 'later', title: 'Later' });
      },
      approves('pia'),
    ],
    checks: signed('Signed by `pia`'),
  },
  {
    that: 'a bot signs nothing and is not answered, whatever its role',
    config: architects('{ roles: [admin] }'),
    steps: [({ stage }) => void stage.github.people.addUser('robo[bot]', { type: 'Bot' }), grants('admin', 'robo[bot]'), approves('robo[bot]')],
    checks: waits('the repository role `admin`'),
    and: commentsAre(0),
  },
  {
    that: 'an outside collaborator who is named counts',
    config: architects('{ users: [rex] }'),
    steps: [grants('read', 'rex'), approves('rex')],
    checks: signed('Signed by `rex`'),
  },
  {
    that: 'who has the role counts',
    config: architects('{ roles: [maintain] }'),
    steps: [grants('maintain', 'eva'), approves('eva')],
    checks: signed('Signed by `eva`'),
  },
  {
    that: 'who has a higher role counts too',
    config: architects('{ roles: [triage] }'),
    steps: [grants('write', 'eva'), approves('eva')],
    checks: signed('Signed by `eva`'),
  },
  {
    that: 'who has a lower role signs nothing',
    config: architects('{ roles: [maintain] }'),
    steps: [grants('write', 'eva'), approves('eva')],
    checks: waits('the repository role `maintain`'),
    and: answers('this needs the repository role `maintain`'),
  },
  {
    that: 'a member of the team counts',
    config: architects('{ teams: [acme/masons] }'),
    steps: [team('masons', 'teo'), approves('teo')],
    checks: signed('Signed by `teo`'),
  },
  {
    that: 'a member of the organisation who is not of the team signs nothing',
    config: architects('{ teams: [acme/potters] }'),
    steps: [team('potters', 'teo'), grants('write', 'uma'), approves('uma')],
    checks: waits('team `acme/potters`'),
    and: answers('this needs team `acme/potters`'),
  },
  {
    that: 'who is invited to the team signs nothing until they accept',
    config: architects('{ teams: [acme/smiths] }'),
    steps: [
      ({ stage, repository }) => {
        const made = stage.github.people.addTeam({ organisation: 'acme', name: 'smiths', members: ['teo'] });
        stage.github.people.grantRole({ repository, team: made, role: 'write' });
        stage.github.people.addTeamMember({ team: made, login: 'ivo', state: 'pending' });
      },
      approves('ivo'),
    ],
    checks: waits(),
    and: answers('Your invitation to `acme/smiths` is not accepted yet'),
  },
  {
    that: 'a hiccup of GitHub delays it and loses nothing',
    config: architects('{ teams: [acme/tilers] }'),
    steps: [team('tilers', 'teo'), trouble({ kind: 'refuse', status: 502, where: '/memberships/teo' }), approves('teo')],
    checks: signed('Signed by `teo`'),
  },
];

const several: readonly Situation[] = [
  {
    that: 'of two is not enough, and the reply says how many are missing',
    config: architects('{ users: [ana, eva], count: 2 }'),
    steps: [grants('write', 'eva'), approves('ana')],
    checks: waits('Signed by `ana`; still missing'),
    and: answers('It does not count yet (signature 1 of 2)', 'The same command, written by them, completes it'),
  },
  {
    that: 'of two people is enough',
    config: architects('{ users: [ana, eva], count: 2 }'),
    steps: [grants('write', 'eva'), approves('ana'), approves('eva')],
    checks: signed('Signed by `ana`, `eva`'),
  },
  {
    that: 'given twice by one person counts once',
    config: architects('{ users: [ana, eva], count: 2 }'),
    steps: [approves('ana'), approves('ana')],
    checks: waits('still missing'),
    and: answers('You have signed `architecture-review` already'),
  },
  {
    that: 'of one part of `all` names the part that is missing',
    config: architects('{ all: [ { users: [ana] }, { users: [eva] } ] }'),
    steps: [approves('ana')],
    checks: waits('still missing: `eva`'),
  },
  {
    that: 'of somebody who is both parts of `all` counts for both',
    config: architects('{ all: [ { roles: [admin] }, { users: [ana] } ] }'),
    steps: [approves('ana')],
    checks: signed('Signed by `ana`'),
  },
  {
    that: 'of either part of `any` is enough',
    config: architects('{ any: [ { teams: [acme/glaziers] }, { users: [eva] } ] }'),
    steps: [team('glaziers', 'teo'), grants('write', 'eva'), approves('eva')],
    checks: signed('Signed by `eva`'),
  },
  {
    that: 'of half of one branch of a nested rule leaves the rest of it to sign',
    config: architects('{ any: [ { all: [ { users: [ana] }, { users: [eva] } ] }, { teams: [acme/pavers], count: 2 } ] }'),
    steps: [team('pavers', 'teo', 'uma'), approves('ana'), approves('teo')],
    checks: waits('Signed by `ana`, `teo`; still missing', '`eva`', 'team `acme/pavers`'),
  },
  {
    that: 'that completes one branch of a nested rule is enough',
    config: architects('{ any: [ { all: [ { users: [ana] }, { users: [eva] } ] }, { teams: [acme/roofers], count: 2 } ] }'),
    steps: [team('roofers', 'teo', 'uma'), approves('ana'), approves('teo'), approves('uma')],
    checks: signed('`teo`, `uma`'),
  },
];

const left: readonly Situation[] = [
  {
    that: 'the escalation authority signs under its own name',
    config: architects('{ users: [luis] }'),
    steps: [approves('ana')],
    checks: signed('Signed by `ana`'),
    and: answers('`escalation`'),
  },
  {
    that: 'the author is told that it is for the escalation authority',
    config: architects('{ users: [luis] }'),
    steps: [approves('luis')],
    checks: waits(),
    and: answers('Everybody who could sign wrote some of this work', 'The escalation authority may sign: `ana`'),
  },
  {
    that: 'an explanation says so, and who signs in their place',
    config: architects('{ users: [luis] }'),
    steps: [grants('read', 'eva'), says('eva', '/sprintgate explain architecture-review')],
    and: answers('Everybody who could sign it wrote some of the work', 'To be signed by `ana`'),
  },
  {
    that: 'and nobody is named for escalation, the reply says which setting is missing',
    config: architects('{ users: [luis] }').replace(/ {2}escalation: .*\n/, ''),
    steps: [approves('luis')],
    checks: waits(),
    and: answers('Set `authorities.escalation`'),
  },
  {
    that: 'nobody steps in while somebody else may still sign',
    config: architects('{ users: [luis, eva] }'),
    steps: [grants('write', 'eva'), approves('ana')],
    checks: waits(),
    and: both(answers('Nothing was decided'), saysNothingOf('**Approved')),
  },
];

const blind: readonly Situation[] = [
  {
    that: 'decides nothing of a team, and the reply names the permission and says that it is tried again',
    config: architects('{ teams: [acme/thatchers] }'),
    steps: [team('thatchers', 'teo'), approves('teo')],
    checks: waits('team `acme/thatchers`'),
    and: both(
      answers(
        'does not let the app read whether you belong to `acme/thatchers`. An owner of the organisation grants the app `members: read`',
        'It is tried again',
      ),
      saysNothingOf('**Approved'),
    ),
  },
  {
    that: 'still knows who is named by login',
    config: architects('{ any: [ { teams: [acme/thatchers] }, { users: [ana] } ] }'),
    steps: [approves('ana')],
    checks: signed('Signed by `ana`'),
  },
];

const { members: _members, ...lessPermissions } = readManifest().default_permissions;

situations('signing a checkpoint:', single);
situations('the signature', several);
situations('where everybody of the authority wrote the work,', left);
situations('an app that may not read the members of the organisation', blind, { permissions: lessPermissions });
