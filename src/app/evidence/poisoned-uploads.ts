import type { RefusalCause } from '../../core/evidence/bundle/refusal-cause.ts';
import { steadyNow } from '../../telemetry/steady-now.ts';

/** How long an upload that broke its process is left alone; the fault may have been the machine's. */
const rest = 10 * 60_000;
const most = 1_000;

export interface PoisonedUploads {
  recall(upload: string): RefusalCause | null;
  remember(upload: string, cause: RefusalCause): void;
}

/** Which uploads broke their process a while ago: every look at their commit would have them break another. */
export function poisonedUploads(): PoisonedUploads {
  const known = new Map<string, { readonly cause: RefusalCause; readonly until: number }>();
  return {
    recall(upload) {
      const found = known.get(upload);
      return found && found.until > steadyNow() ? found.cause : null;
    },
    remember(upload, cause) {
      known.delete(upload);
      known.set(upload, { cause, until: steadyNow() + rest });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}
