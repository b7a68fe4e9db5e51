export interface Clock {
  readonly now: () => string;
  readonly set: (iso: string) => void;
  readonly advance: (milliseconds: number) => void;
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The time of the rehearsed world: it stands still where it was set, or runs with the machine when nothing was given. */
export function createClock(start: string | undefined): Clock {
  let fixed = start === undefined ? null : Date.parse(start);
  return {
    now: () => iso(fixed ?? Date.now()),
    set: (text) => {
      const time = Date.parse(text);
      if (Number.isNaN(time)) throw new Error(`${text} is no ISO time; write for example 2027-01-11T09:00:00Z`);
      fixed = time;
    },
    advance: (milliseconds) => {
      fixed = (fixed ?? Date.now()) + milliseconds;
    },
  };
}
