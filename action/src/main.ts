import { run } from './run.ts';

// Red until the run has said otherwise: a process that ends early must not leave the step green.
process.exitCode = 1;
process.exitCode = await run(process.env);
