/** What may go wrong at one print, scripted in order; `none` is a good print. */
export const PRINTER_FAULTS = [
  'none',
  'jam-at-half',
  'success-without-card',
  'card-reported-failed',
  'two-cards',
  'wrong-serial',
  'ribbon-out',
  'cover-open',
  'silent-time-out',
  'silent-after-card',
  'offline',
] as const;
export type PrinterFault = (typeof PRINTER_FAULTS)[number];

/** Reads names parted by commas; an unknown one throws a RangeError. */
export function parseFaults(text: string): PrinterFault[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const fault = PRINTER_FAULTS.find((known) => known === name);
      if (!fault) throw new RangeError(`no such fault: ${name}`);
      return fault;
    });
}
