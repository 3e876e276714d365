/** Why a printer cannot print now, or what went wrong. Closed, so that screens have words for each. */
export const PRINTER_PROBLEMS = [
  'offline',
  'cover-open',
  'ribbon-out',
  'no-blank',
  'jam',
  'serial-unreadable',
  'serial-differs',
  'print-failed',
  'two-cards',
  'no-answer',
] as const;
export type PrinterProblem = (typeof PRINTER_PROBLEMS)[number];

export type PrinterStatus =
  { readonly ready: true } | { readonly ready: false; readonly problem: PrinterProblem };

export interface PrintJob {
  readonly printOrderId: string;
  /** Serial of the blank that was scanned for this job. */
  readonly blankSerial: string;
  readonly front: Uint8Array;
  readonly back: Uint8Array;
  readonly pdf: Uint8Array;
}

/**
 * What the printer itself says after a job. `nothing-happened` may be said only while the blank was not touched;
 * everything between that and a good card read back is doubtful, and a person looks.
 */
export type PrintReport =
  | { readonly outcome: 'card-out'; readonly serialReadBack?: string; readonly cardsCounted: number }
  | { readonly outcome: 'nothing-happened'; readonly problem: PrinterProblem }
  | { readonly outcome: 'doubtful'; readonly problem: PrinterProblem; readonly serialReadBack?: string };

/** A card printer with a feeder that reads the serial of the blank in front, an output hopper and a reject bin. */
export interface CardPrinter {
  status(): Promise<PrinterStatus>;
  /** Serial of the blank in front; the same again until it is printed or rejected. Undefined: empty or unreadable. */
  scanBlank(): Promise<string | undefined>;
  printFaces(job: PrintJob): Promise<PrintReport>;
  /** The printed card of this serial goes to the hopper. */
  eject(blankSerial: string): Promise<void>;
  /** The blank or card of this serial goes to the reject bin. */
  reject(blankSerial: string): Promise<void>;
}
