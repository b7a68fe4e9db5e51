import type { Migration } from './migrations/migration.ts';
import { inbox } from './migrations/001-inbox.ts';
import { ledger } from './migrations/002-ledger.ts';
import { people } from './migrations/003-people.ts';
import { appendOnly } from './migrations/004-append-only.ts';
import { evidence } from './migrations/005-evidence.ts';
import { knownState } from './migrations/006-known-state.ts';
import { looks } from './migrations/007-looks.ts';
import { policies } from './migrations/008-policies.ts';
import { keptEvidence } from './migrations/008-kept-evidence.ts';
import { evidenceParts } from './migrations/009-evidence-parts.ts';
import { waitingRuns } from './migrations/010-waiting-runs.ts';
import { ownPlaybooks } from './migrations/011-own-playbooks.ts';
import { overwrittenChecks } from './migrations/011-overwritten-checks.ts';
import { inboxBodies } from './migrations/012-inbox.ts';
import { keptReads } from './migrations/013-kept-reads.ts';
import { budget } from './migrations/014-budget.ts';
import { keptSnapshots } from './migrations/015-ledger.ts';
import { turns } from './migrations/016-engine.ts';
import { evidenceUsed } from './migrations/017-evidence-used.ts';
import { standings } from './migrations/018-standings.ts';
import { webSessions } from './migrations/019-web-sessions.ts';
import { ledgerPulls } from './migrations/020-ledger-pulls.ts';
import { merges } from './migrations/021-merges.ts';

/** In the order in which they are applied. */
export const migrations: readonly Migration[] = [
  inbox,
  ledger,
  people,
  appendOnly,
  evidence,
  knownState,
  looks,
  policies,
  keptEvidence,
  evidenceParts,
  waitingRuns,
  ownPlaybooks,
  overwrittenChecks,
  inboxBodies,
  keptReads,
  budget,
  keptSnapshots,
  turns,
  evidenceUsed,
  standings,
  webSessions,
  ledgerPulls,
  merges,
];
