import type { Fault as RequestFault } from '../../src/rehearsal/github/http/faults.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/start-github.ts';
import type { Fault } from './fault.ts';

export interface NetworkHands {
  readonly kill: () => void;
  readonly jump: (minutes: number) => void;
  readonly restartDatabase: () => void;
  readonly fillDisk: (full: boolean) => void;
  /** Told of each request, and of what struck it. */
  readonly note: (line: string) => void;
}

/** Everything between the app and GitHub: counts what passes in a scene, and lets it go wrong where it is told. */
export interface Network {
  /** The faults of the scene that begins. */
  begin(faults: readonly Fault[]): void;
  /** How many faults struck, in all. */
  struck(): number;
  /** Requests of this scene so far. */
  requests(): number;
  /** Writing requests of this scene so far. */
  writes(): number;
  /** What was asked of GitHub in the writes at which the app was killed, e.g. `issues/create after`: in all. */
  killedAt(): readonly string[];
  /** Sends what was kept back. True when there was something. */
  flush(): boolean;
}

interface Asked {
  readonly write: boolean;
  readonly operation: string | null;
}

type AtRequest = Extract<Fault, { at: number }>;

export function createNetwork(github: EmbeddedGitHub, hands: NetworkHands): Network {
  let faults: readonly Fault[] = [];
  let requests = 0;
  let writes = 0;
  let deliveries = 0;
  let struck = 0;
  const killedAt: string[] = [];
  let kept: (() => void)[] = [];
  let overtaken: (() => void) | null = null;
  let diskFullUntil = 0;

  function strike({ write, operation }: Asked): RequestFault | null {
    requests += 1;
    if (write) writes += 1;
    if (diskFullUntil > 0 && requests >= diskFullUntil) {
      diskFullUntil = 0;
      hands.fillDisk(false);
    }
    for (const fault of faults) {
      if (fault.kind === 'kill-at-write' && write && writes === fault.write) {
        struck += 1;
        killedAt.push(`${operation ?? 'unknown'} ${fault.applied ? 'after' : 'before'}`);
        hands.kill();
        return { kind: fault.applied ? 'hang-up-after' : 'hang-up', times: 1 };
      }
      if (fault.kind === 'answers-lost' && write && writes % fault.oneIn === 1) {
        struck += 1;
        return { kind: 'lose-answer', status: 502, times: 1 };
      }
      if (!('at' in fault)) continue;
      const until = fault.at + ('times' in fault ? fault.times : 1);
      if (requests < fault.at || requests >= until) continue;
      struck += 1;
      const answer = answerOf(fault);
      if (answer !== undefined) return answer;
    }
    return null;
  }

  /** Undefined: it goes wrong elsewhere, and the request is answered. */
  function answerOf(fault: AtRequest): RequestFault | undefined {
    switch (fault.kind) {
      case 'kill-at-request':
        hands.kill();
        return { kind: fault.applied ? 'hang-up-after' : 'hang-up', times: 1 };
      case 'server-error':
        return { kind: fault.applied ? 'lose-answer' : 'refuse', status: fault.status, times: 1 };
      case 'rate-limit':
        return { kind: 'refuse', status: fault.status, times: 1, headers: headersOf(fault.headers, Date.parse(github.now)) };
      case 'hang-up':
        return { kind: fault.how, times: 1 };
      case 'clock-jump':
        hands.jump(fault.minutes);
        return undefined;
      case 'database-restart':
        hands.restartDatabase();
        return undefined;
      case 'disk-full':
        diskFullUntil = requests + fault.requests;
        hands.fillDisk(true);
        return undefined;
    }
  }

  function carry(send: () => void): void {
    deliveries += 1;
    const fault = faults.find((one) => one.kind === 'webhook' && one.delivery === deliveries);
    const fate = fault?.kind === 'webhook' ? fault.fate : null;
    if (fate !== null) struck += 1;
    if (fate === 'overtaken' && overtaken === null) return void (overtaken = send);
    if (fate === 'late') kept.push(send);
    else if (fate !== 'lost') send();
    if (fate === 'twice') send();
    overtaken?.();
    overtaken = null;
  }

  function noted(asked: Asked): RequestFault | null {
    const fault = strike(asked);
    const number = asked.write ? `${requests}, write ${writes}` : String(requests);
    hands.note(`request ${number}: ${asked.operation ?? 'unknown'}${fault === null ? '' : ` ${fault.kind} ${'status' in fault ? fault.status : ''}`}`);
    return fault;
  }

  Object.assign(github.faults, { strike: noted });
  github.webhooks.carryBy((_delivery, send) => carry(send));
  return {
    begin(those) {
      faults = those;
      requests = 0;
      writes = 0;
      deliveries = 0;
    },
    struck: () => struck,
    requests: () => requests,
    writes: () => writes,
    killedAt: () => killedAt,
    flush() {
      const late = [...kept, ...(overtaken === null ? [] : [overtaken])];
      kept = [];
      overtaken = null;
      if (diskFullUntil > 0) hands.fillDisk(false);
      diskFullUntil = 0;
      for (const send of late) send();
      return late.length > 0;
    },
  };
}

function headersOf(headers: Extract<Fault, { kind: 'rate-limit' }>['headers'], now: number): Record<string, string> {
  if (headers === 'none') return {};
  if (headers === 'retry-after') return { 'retry-after': '1' };
  return { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(now / 1000) + 1) };
}
