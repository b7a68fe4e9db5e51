import type { Command } from 'commander';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).initCommand,
  validate: async () => (await import('./validate.ts')).validateCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  seed: async () => (await import('./seed.ts')).seedCommand,
  adopt: async () => (await import('./adopt.ts')).adoptCommand,
  evidence: async () => (await import('./evidence.ts')).evidenceCommand,
  gate: async () => (await import('./gate.ts')).gateCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  status: async () => (await import('./status.ts')).statusCommand,
  simulate: async () => (await import('./simulate.ts')).simulateCommand,
  test: async () => (await import('./test.ts')).testCommand,
  register: async () => (await import('./register.ts')).registerCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  enforce: async () => (await import('./enforce.ts')).enforceCommand,
  rehearse: async () => (await import('./rehearse.ts')).rehearseCommand,
  jobs: async () => (await import('./jobs.ts')).jobsCommand,
  deliveries: async () => (await import('./deliveries/deliveries.ts')).deliveriesCommand,
  store: async () => (await import('./store/store.ts')).storeCommand,
  ledger: async () => (await import('./ledger/ledger.ts')).ledgerCommand,
  bundle: async () => (await import('./bundle/bundle.ts')).bundleCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  keys: async () => (await import('./keys/keys.ts')).keysCommand,
  badge: async () => (await import('./badge.ts')).badgeCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
};

/** The command that is asked for, alone: `validate` needs no database and no server. All of them for help or a word that is none. */
export async function loadCommands(asked: string | undefined): Promise<Command[]> {
  const load = asked !== undefined && Object.hasOwn(commands, asked) ? commands[asked] : undefined;
  return Promise.all(load ? [load()] : Object.values(commands).map((each) => each()));
}
