/** A JMeter time stamp in milliseconds: a number, or a date as `timestamp_format` writes it; null in any other form. */
export function jmeterTime(text: string | undefined): number | null {
  const trimmed = text?.trim() ?? '';
  if (/^\d{1,15}$/.test(trimmed)) return Number(trimmed);
  const date = /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{3}))?$/.exec(trimmed);
  if (!date) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = date.slice(1).map((part) => Number(part ?? 0));
  // The zone is not written; only differences are formed.
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}
