/** Milliseconds of the epoch by a clock that never jumps, as set when the process began: for what is measured or waited for, not for what is dated. */
export function steadyNow(): number {
  return Math.floor(performance.timeOrigin + performance.now());
}
