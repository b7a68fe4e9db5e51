import { Command, Option } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { judgedIn } from '../../core/ledger/decision-payload.ts';
import type { PolicyState } from '../../core/policy/policy.ts';
import type { Database } from '../../store/database.ts';
import { readSnapshot } from '../../store/ledger/read-snapshot.ts';
import { printJson, printLine, styled } from '../print.ts';
import { loadPolicyIn } from '../speak-policy.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';
import { findEntry, payloadOf } from './find-entry.ts';
import { entryNumber, ledgerRepository, type RepositoryOption } from './ledger-repository.ts';
import { readingLedger } from './open-ledger.ts';
import { type Replayed, replaySnapshot } from './replay-snapshot.ts';

interface ReplayOptions extends DatabaseOption, RepositoryOption {
  readonly policy: 'then' | 'now';
  readonly config?: string;
  readonly json?: true;
}

export const replayCommand = new Command('replay')
  .description('Judge again what a decision saw, with the policy of then or now, and show what comes out otherwise, gate by gate.')
  .argument('<entry>', 'the number of the entry, as `ledger show` prints it')
  .option('--repo <owner/name>', 'the repository (default: the only one that has a ledger)')
  .option('--id <number>', 'the repository by its numeric id')
  .addOption(new Option('--policy <which>', 'that of the decision, or that of the ledger’s newest decision').choices(['then', 'now']).default('then'))
  .option('--config <file>', 'judge with this configuration instead')
  .option(...databaseOption)
  .option('--json', 'print `[{ snapshot, equal, engine, policy, evidence, differences }]`')
  .addHelpText(
    'after',
    `
The time is that of the decision. Ends with 0 when it comes out the same, 1 when it does not, 2 when it cannot be judged again:
it was erased, or an upload is not kept any more. A difference is put down to a newer engine, another policy or evidence that was
read anew where there is one; where there is none, the entry or the engine is not what it says.

Example:
  sprintgate ledger replay 41 --repo acme/scoring --policy now`,
  )
  .action(async (entry: string, options: ReplayOptions) => {
    const replayed = await readingLedger(options, (db) => replay(db, entryNumber(entry), options));
    if (options.json) printJson(replayed);
    else for (const each of replayed) printReplayed(each);
    if (replayed.some(({ equal }) => !equal)) process.exitCode = 1;
  });

async function replay(db: Database, seq: number, options: ReplayOptions): Promise<Replayed[]> {
  const { id: repository } = await ledgerRepository(db, options);
  const all = judgedIn(payloadOf(await findEntry(db, { repository, seq })));
  if (all.length === 0) throw new InputError(`entry ${seq} rests on no snapshot; only decisions about pull requests, merge groups and deployments do.`);
  const policy = await policyOf(db, repository, options);
  const replayed: Replayed[] = [];
  for (const { judged, snapshot } of all) replayed.push(await replaySnapshot(db, { repository, judged, snapshot, policy }));
  return replayed;
}

async function policyOf(db: Database, repository: number, { policy, config }: ReplayOptions): Promise<PolicyState | null> {
  if (config !== undefined) return { kind: 'in-force', policy: await loadPolicyIn(config, undefined), commit: null, problems: [], lastGood: false };
  if (policy === 'then') return null;
  const sql = 'select snapshots[1] as digest from sprintgate.ledger_payloads where repository = $1 and cardinality(snapshots) > 0 order by seq desc limit 1';
  const [newest] = await db.query<{ digest: string }>(sql, [repository]);
  const snapshot = newest ? await readSnapshot(db, { repository, digest: newest.digest }) : null;
  if (!snapshot) throw new InputError('the newest decision of this ledger cannot be read; `sprintgate ledger verify` says what is wrong.');
  return snapshot.policy;
}

function printReplayed({ equal, engine, policy, evidence, differences }: Replayed): void {
  printLine(equal ? styled('green', 'It comes out the same, in every word.') : styled('yellow', 'It comes out otherwise:'));
  for (const { gate, pull, before, after, nodes } of differences) {
    printLine(`  ${gate} #${pull}: ${before ?? 'not there'} → ${after ?? 'not there'}`);
    for (const node of nodes)
      printLine(`    ${node.path.slice(1).join(' › ') || gate}\n      then: ${node.before ?? 'not there'}\n      now:  ${node.after ?? 'not there'}`);
  }
  for (const line of causesOf({ engine, policy, evidence })) printLine(`  ${line}`);
  if (!equal && engine.before === engine.after && policy.before === policy.after && evidence.length === 0)
    printLine(
      styled('red', '  Neither engine, policy nor evidence differ: what is kept, or this engine, is not what it says. Run `sprintgate ledger verify`.'),
    );
}

function causesOf({ engine, policy, evidence }: Pick<Replayed, 'engine' | 'policy' | 'evidence'>): string[] {
  return [
    ...(engine.before === engine.after
      ? []
      : [`engine: decided by ${engine.before}, judged again by ${engine.after}; a difference may be that of the version, which is no tampering`]),
    ...(policy.before === policy.after ? [] : [`policy: then ${policy.before ?? 'none'}, now ${policy.after ?? 'none'}`]),
    ...evidence.map(({ upload, run, state }) =>
      state === 'read-anew'
        ? `evidence: ${upload} of run ${run} was read anew by other readers since`
        : `evidence: ${upload} of run ${run} is not what was judged: what is kept of it was changed`,
    ),
  ];
}
