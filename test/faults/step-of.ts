import type { Happening } from '../../src/telemetry/happening.ts';

/** The name of a place between whose neighbours a kill must be harmless: `pull/judged`, `delivery-stored`; null for what is no place. */
export function stepOf(happening: Happening): string | null {
  switch (happening.what) {
    case 'step':
      return `${kindOf(happening.key)}/${happening.step}`;
    case 'key-begun':
    case 'key-ended':
      return `${kindOf(happening.key)}/${happening.what}`;
    case 'delivery-stored':
    case 'delivery-worked':
    case 'sweep-ended':
      return happening.what;
    default:
      return null;
  }
}

/** `9412/pull/12` is a `pull`, `install/3` an `install`. */
function kindOf(key: string): string {
  return /[a-z]+/.exec(key)?.[0] ?? key;
}
