/** 9.30, 9:30 and 0930 are all half past nine; undefined where it is no time of day. */
export function timeOf(typed: string): string | undefined {
  const parts = /^(\d{1,2})[:. ]?(\d{2})$/.exec(typed.trim());
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return undefined;
  return `${parts[1]!.padStart(2, '0')}:${parts[2]}`;
}

/** The instant of a day and a time on the wall in Bangkok, undefined while either is not one. */
export function bangkokMoment(day: string, time: string): string | undefined {
  const clock = timeOf(time);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && clock ? `${day}T${clock}:00+07:00` : undefined;
}
