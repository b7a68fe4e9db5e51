const minute = 60_000;
const lengths: Readonly<Record<string, number>> = { m: minute, h: 60 * minute, d: 24 * 60 * minute, w: 7 * 24 * 60 * minute };

/** Milliseconds of a window as the method writes it (`1_hour`, `1_day`, `1_week`) or as a configuration does (`90m`, `2h`, `7d`, `1w`); null when it is none. */
export function readWindow(text: string): number | null {
  const match = /^([1-9]\d{0,3})[_ ]?(m|h|d|w|minutes?|hours?|days?|weeks?)$/.exec(text);
  const length = lengths[match?.[2]?.charAt(0) ?? ''];
  return match && length !== undefined ? Number(match[1]) * length : null;
}
