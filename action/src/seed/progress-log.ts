import type { SeedProgress } from '../../../src/github/seeding/apply-seeding.ts';

/** Says how far seeding is every twentieth write: a job's log is no terminal, and seeding a method takes a while. */
export function progressLog(): (progress: SeedProgress) => void {
  return ({ done, total, etaSeconds }) => {
    if (done % 20 === 0 || done === total) process.stdout.write(`${done}/${total}${etaSeconds ? `, ${Math.ceil(etaSeconds / 60)} min` : ''}\n`);
  };
}
