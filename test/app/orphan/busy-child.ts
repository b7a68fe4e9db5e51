import { endWithParent } from '../../../src/app/evidence/end-with-parent.ts';

// As the evidence process begins, and then like one that reads a report without end.
endWithParent();
const permission = (process as { permission?: { has(scope: string): boolean } }).permission;
process.send?.({ pid: process.pid, mayStartThreads: permission?.has('worker') ?? null });
setTimeout(() => {
  for (;;);
}, 50);
