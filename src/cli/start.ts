import { readEnvironment } from '../app/read-environment.ts';
import { reportFailure } from './report-failure.ts';

// `npm start`: the real app when it has its settings, a rehearsal when it has none of them, and an error in between.
try {
  const command = readEnvironment(process.env) ? 'serve' : 'rehearse';
  process.argv.splice(2, 0, command);
  await import('./sprintgate.ts');
} catch (error) {
  process.exitCode = reportFailure(error);
}
