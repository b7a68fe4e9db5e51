import { randomUUID } from 'node:crypto';
import type { BudgetLimits, Resource } from '../../core/budget/budget-limits.ts';
import type { Told } from '../../core/budget/return-lease.ts';
import { noteRefusal, type Refusal } from '../../core/budget/note-refusal.ts';
import { releaseLanes } from '../../core/budget/release-lanes.ts';
import { leaseLife } from '../../core/budget/take-lease.ts';
import { reservedOf } from '../../core/budget/reserved-of.ts';
import { takeSlot } from '../../core/budget/take-slot.ts';
import { announce } from '../../telemetry/announce.ts';
import { admit } from './admit.ts';
import type { BudgetOptions, Teller } from './budget-options.ts';
import { BudgetExhausted } from './budget-exhausted.ts';
import { describeRequest, type RequestCost, type RequestParts } from './describe-request.ts';
import { type Account, openAccount } from './purse.ts';
import { readAnswer } from './read-answer.ts';
import { readRefusal, readResource, readTold } from './read-limits.ts';
import { classOf, resourceOf, returnPurse } from './return-purse.ts';
import { currentClass } from './work-class.ts';

/** The one place that decides when a request goes to GitHub. */
export interface Budget {
  readonly limits: BudgetLimits;
  /** Sends a request when it may go. `send` may be called again: after a refusal for its rate, which did nothing, and for reads. */
  readonly run: <T>(installation: number, request: RequestParts, send: () => Promise<T>) => Promise<T>;
  /** Times of the content created within the last hour, for forecasts. */
  readonly created: (installation: number) => Promise<readonly number[]>;
}

/** So often a request that was refused for its rate is sent again. */
const tries = 6;

export function createBudget(options: BudgetOptions): Budget {
  const { keeper } = options;
  const teller: Teller = { ...options, holder: randomUUID() };
  const accounts = new Map<number, Account>();
  const accountOf = (installation: number): Account => {
    const account = accounts.get(installation) ?? openAccount(installation);
    accounts.set(installation, account);
    return account;
  };
  return {
    limits: options.limits,
    created: (installation) => keeper.change(installation, (state) => [state, state.content]),
    run: (installation, request, send) => runInTurn(teller, accountOf(installation), { cost: describeRequest(request), send }),
  };
}

interface Sending<T> {
  readonly cost: RequestCost;
  readonly send: () => Promise<T>;
}

async function runInTurn<T>(teller: Teller, account: Account, { cost, send }: Sending<T>): Promise<T> {
  for (let refused = 0, failed = 0; ;) {
    await waitForSlot(teller, account, cost);
    await admit(teller, account, { cost, class: currentClass() });
    const outcome = await sendOnce(teller, account, { cost, send }).finally(() => release(teller, account));
    if (outcome.kind === 'answered') return outcome.response;
    if (outcome.kind === 'refused') {
      refused += 1;
      const until = await refuse(teller, account, outcome.refusal);
      if (refused >= tries || until > teller.clock.now() + teller.patience) throw new BudgetExhausted(account.installation, until, { cause: outcome.error });
    } else {
      const wait = teller.readRetries[failed];
      if (!cost.reads || !outcome.passing || wait === undefined) throw outcome.error;
      failed += 1;
      await teller.clock.sleep(wait);
    }
  }
}

type Outcome<T> =
  | { readonly kind: 'answered'; readonly response: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: unknown; readonly passing: boolean };

async function sendOnce<T>(teller: Teller, account: Account, { cost, send }: Sending<T>): Promise<Outcome<T>> {
  const began = performance.now();
  const settle = (outcome: unknown): Refusal | null => {
    const answer = readAnswer(outcome);
    announce({ what: 'request', installation: account.installation || null, route: cost.route, status: answer?.status ?? 0, ms: performance.now() - began });
    if (answer === null) return null;
    const resource = readResource(answer) ?? cost.resource;
    const told = readTold(answer, teller.clock.now());
    if (told !== null) keepTold(teller, account, { resource, heard: { said: told, at: teller.clock.now() } });
    const refusal = readRefusal(answer, resource, teller.clock.now());
    // At once, and until all know of it: who waits for this request's lane must not run into the same refusal.
    if (refusal !== null) account.blockedUntil.set(blockOf(refusal), teller.clock.now() + (refusal.wait ?? 1_000));
    return refusal;
  };
  try {
    const response = await send();
    const refusal = settle(response);
    return refusal === null ? { kind: 'answered', response } : { kind: 'refused', refusal, error: new Error('GraphQL: RATE_LIMITED') };
  } catch (error) {
    const refusal = settle(error);
    const status = readAnswer(error)?.status;
    return refusal === null ? { kind: 'failed', error, passing: status === undefined || status >= 500 } : { kind: 'refused', refusal, error };
  }
}

interface Heard {
  readonly resource: Resource;
  readonly heard: { readonly said: Told; readonly at: number };
}

/** Answers overtake one another: the one that counted most is the newest. */
function keepTold({ limits }: Teller, account: Account, { resource, heard }: Heard): void {
  const told = heard.said;
  const known = account.told.get(resource)?.said;
  const older = known !== undefined && told.limit !== null && known.used > told.used && Math.abs(known.resetIn - told.resetIn) < 60_000;
  if (!older) account.told.set(resource, heard);
  // A limit that nobody knew, or what is left being others', is passed on with the very next request, not with the next lease.
  const { limit } = told;
  const news = account.limits.get(resource) !== limit;
  const closed = (name: string) => limit !== null && limit - told.used < reservedOf(limit, classOf(name), limits);
  for (const [name, purse] of account.purses) if (resourceOf(name) === resource && (news || closed(name))) purse.goodUntil = 0;
  account.limits.set(resource, told.limit);
  if (told.limit === null || account.installation === 0) return;
  announce({ what: 'budget', installation: account.installation, resource, remaining: told.limit - told.used, limit: told.limit });
}

/** What a refusal holds up. */
function blockOf(refusal: Refusal): Resource | 'all' {
  return refusal.kind === 'secondary' ? 'all' : refusal.resource;
}

async function refuse({ keeper, clock }: Teller, account: Account, refusal: Refusal): Promise<number> {
  const [until, now] = await keeper.change(account.installation, (state, at) => {
    const [next, end] = noteRefusal(state, refusal, at);
    return [next, [end, at] as const];
  });
  // The keeper's clock may not be ours.
  const ours = clock.now() + (until - now);
  account.blockedUntil.set(blockOf(refusal), ours);
  return ours;
}

/** Content has a slot of its own each, before anything else: it holds up nobody while it waits. */
async function waitForSlot({ keeper, limits, clock, patience }: Teller, account: Account, cost: RequestCost): Promise<void> {
  if (cost.content === 'none' || limits.content === null) return;
  const ask = { class: currentClass(), loud: cost.content === 'loud', patience };
  const { taken, wait } = await keeper.change(account.installation, (state, now) => {
    const [next, slot] = takeSlot(state, ask, { limits, now });
    return [next, { taken: slot.taken, wait: slot.at - now }];
  });
  if (!taken) throw new BudgetExhausted(account.installation, clock.now() + wait);
  if (wait <= 0) return;
  if (account.installation !== 0) announce({ what: 'budget-wait', installation: account.installation, class: ask.class, ms: wait });
  await clock.sleep(wait);
}

function release(teller: Teller, account: Account): void {
  account.inFlight -= 1;
  account.waiting.shift()?.go();
  if (account.idle !== null) clearTimeout(account.idle);
  // What is not needed any more is given back, for others to use.
  account.idle = setTimeout(() => void giveBack(teller, account).catch(() => undefined), leaseLife);
  account.idle.unref();
}

/** A database that cannot be reached then is no trouble: leases end by themselves. */
async function giveBack({ keeper, holder, clock }: Teller, account: Account): Promise<void> {
  if (account.inFlight > 0) return;
  const held = [...account.purses].filter(([, purse]) => purse.lease !== null);
  const returns = held.flatMap(([name, purse]) => returnPurse(account, { name, purse, now: clock.now() }));
  account.lanes = 0;
  if (returns.length === 0) return;
  await keeper.change(account.installation, (state, now) => [
    releaseLanes(
      returns.reduce((kept, give) => give(kept, now), state),
      holder,
    ),
    null,
  ]);
}
