import { randomUUID } from 'node:crypto';
import type { WorkClass } from '../../core/budget/budget-limits.ts';
import { type Granted, leaseLife, type PutOff, takeLease } from '../../core/budget/take-lease.ts';
import { announce } from '../../telemetry/announce.ts';
import { BudgetExhausted } from './budget-exhausted.ts';
import type { Teller } from './budget-options.ts';
import type { RequestCost } from './describe-request.ts';
import { type Account, emptyPurse, type Purse } from './purse.ts';
import { purseName, returnPurse } from './return-purse.ts';

export interface Admission {
  readonly cost: RequestCost;
  readonly class: WorkClass;
}

const ranks: Readonly<Record<WorkClass, number>> = { interactive: 0, sweep: 1, seeding: 2 };

/** Waits until a request may go, and counts it. Throws BudgetExhausted when that is longer than anybody should wait. */
export async function admit(teller: Teller, account: Account, admission: Admission): Promise<void> {
  const { clock, patience } = teller;
  const name = purseName(admission.cost.resource, admission.class);
  const purse = account.purses.get(name) ?? emptyPurse();
  account.purses.set(name, purse);
  const deadline = clock.now() + patience;
  for (;;) {
    const blocked = Math.max(account.blockedUntil.get('all') ?? 0, account.blockedUntil.get(admission.cost.resource) ?? 0);
    if (blocked > clock.now()) await sleepUntil(teller, account, { until: blocked, deadline, class: admission.class });
    else if (!covers(purse, admission, clock.now())) await refill(teller, account, { name, purse, admission, deadline });
    else if (account.inFlight >= account.lanes) await lane(account, ranks[admission.class]);
    else break;
  }
  purse.requests -= 1;
  purse.points -= admission.cost.points;
  purse.used += 1;
  purse.usedPoints += admission.cost.points;
  account.inFlight += 1;
}

function covers(purse: Purse, { cost }: Admission, now: number): boolean {
  return purse.lease !== null && now < purse.goodUntil && purse.requests >= 1 && purse.points >= cost.points;
}

/** Waits for a request of this process to end; a developer's goes first. */
function lane(account: Account, rank: number): Promise<void> {
  return new Promise((go) => {
    const at = account.waiting.findIndex((other) => other.rank > rank);
    account.waiting.splice(at < 0 ? account.waiting.length : at, 0, { rank, go });
  });
}

/** Wakes the next who waits for a lane, if there is one: whoever was woken and cannot use it must, or that one waits for ever. */
function handOn(account: Account): void {
  if (account.inFlight < account.lanes) account.waiting.shift()?.go();
}

interface Refill {
  readonly name: string;
  readonly purse: Purse;
  readonly admission: Admission;
  readonly deadline: number;
}

async function refill(teller: Teller, account: Account, asked: Refill): Promise<void> {
  if (asked.purse.refilling !== null) return asked.purse.refilling;
  const answer = exchange(teller, account, asked);
  // Whoever waits asks for itself then. Never rejects: often nobody waits, and a failure that nobody hears ends the process.
  asked.purse.refilling = answer.then(
    () => undefined,
    () => undefined,
  );
  const { put, now } = await answer.finally(() => {
    asked.purse.refilling = null;
    handOn(account);
  });
  // The keeper's clock may not be ours: only how long counts.
  if (put) await sleepUntil(teller, account, { until: teller.clock.now() + (put.until - now), deadline: asked.deadline, class: asked.admission.class });
}

/** Gives the old lease back and takes a new one, in one step. */
async function exchange(teller: Teller, account: Account, { name, purse, admission }: Refill): Promise<{ put: PutOff | null; now: number }> {
  const began = teller.clock.now();
  const returns = returnPurse(account, { name, purse, now: began });
  const lease = randomUUID();
  const lanes = Math.max(account.lanes, account.inFlight + account.waiting.length + 5);
  const ask = { lease, holder: teller.holder, resource: admission.cost.resource, class: admission.class, points: admission.cost.points, lanes };
  const [answer, now] = await teller.keeper.change(account.installation, (state, at) => {
    const given = returns.reduce((kept, give) => give(kept, at), state);
    const [next, taken] = takeLease(given, ask, { limits: teller.limits, now: at });
    return [next, [taken, at] as [Granted | PutOff, number]];
  });
  if (answer.kind === 'put-off') return { put: answer, now };
  Object.assign(purse, { lease, requests: answer.requests, points: answer.points, used: 0, usedPoints: 0, goodUntil: began + leaseLife });
  account.lanes = answer.lanes;
  for (const { go } of account.waiting.splice(0, Math.max(0, account.lanes - account.inFlight))) go();
  return { put: null, now };
}

async function sleepUntil(teller: Teller, account: Account, wait: { until: number; deadline: number; class: WorkClass }): Promise<void> {
  handOn(account);
  if (wait.until > wait.deadline) throw new BudgetExhausted(account.installation, wait.until);
  const ms = wait.until - teller.clock.now();
  if (account.installation !== 0) announce({ what: 'budget-wait', installation: account.installation, class: wait.class, ms });
  await teller.clock.sleep(Math.max(ms, 1));
}
