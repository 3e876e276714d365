import type { PrinterProblem } from '../printers/card-printer.ts';

/** A rendered order that this host holds the lease of. */
export interface LeasedPrint {
  readonly printOrderId: string;
  readonly leaseNo: number;
  /** What the approved rendering hashes to (`cardHash` of render-card.ts). */
  readonly renderingSha256: string;
  readonly front: Uint8Array;
  readonly back: Uint8Array;
  readonly pdf: Uint8Array;
}

export type LeaseName = Pick<LeasedPrint, 'printOrderId' | 'leaseNo'>;

export interface PrintOutcome {
  readonly outcome: 'printed' | 'unknown' | 'not-started';
  readonly blankSerial?: string;
  readonly sha256?: string;
  readonly problem?: PrinterProblem | 'rendering-differs' | 'found-after-restart';
}

/** Why the server refused: the lease went to another, the blank may not be used, or the state has moved on. */
export class OrderRefused extends Error {
  readonly reason: 'lease-lost' | 'blank-refused' | 'wrong-state';
  constructor(reason: 'lease-lost' | 'blank-refused' | 'wrong-state') {
    super(reason);
    this.reason = reason;
  }
}

/** The print orders as a host sees them. Refusals are OrderRefused; anything else thrown is a lost connection. */
export interface PrintOrders {
  /** Waits a while for an order; undefined where none came. */
  lease(): Promise<LeasedPrint | undefined>;
  reserve(lease: LeaseName, blankSerial: string): Promise<void>;
  /** After this answer the first byte may go to the printer, not before. */
  markSending(lease: LeaseName, blankSerial: string): Promise<void>;
  confirm(lease: LeaseName, outcome: PrintOutcome): Promise<void>;
  pass(lease: LeaseName): Promise<void>;
}
