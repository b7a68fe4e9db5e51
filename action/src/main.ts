// Red until the run has said otherwise: a process that ends early must not leave the step green.
process.exitCode = 1;
// Said before anything is loaded: all else comes from files beside this one, when it is needed.
process.stdout.write('Sprintgate\n');
const { run } = await import('./run.ts');
process.exitCode = await run(process.env);

export {};
