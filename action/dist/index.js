process.exitCode=1,process.stdout.write(`Sprintgate
`);const{run}=await import(`./run.js`);process.exitCode=await run(process.env);export{};