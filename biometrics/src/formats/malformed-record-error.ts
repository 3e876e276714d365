/**
 * A record or image that cannot be what it claims to be: the byte where reading stopped and why, in
 * plain words. Readers throw nothing else for bad input.
 */
export class MalformedRecordError extends Error {
  override readonly name = 'MalformedRecordError';
  /** Byte from the start of the file handed in. */
  readonly offset: number;
  readonly reason: string;

  constructor(offset: number, reason: string) {
    super(`at byte ${offset}: ${reason}`);
    this.offset = offset;
    this.reason = reason;
  }
}

/** The same fault seen from the file that holds the part: moves its offset by where the part begins. */
export function shiftedFault(fault: unknown, by: number): unknown {
  return fault instanceof MalformedRecordError
    ? new MalformedRecordError(fault.offset + by, fault.reason)
    : fault;
}
