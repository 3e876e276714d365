import { createHmac, timingSafeEqual } from 'node:crypto';
import { extensionCode, type ExtensionReason, extensionText } from '@permit/domain/contract/station-sync.ts';

export interface ExtensionAsk {
  readonly stationId: string;
  /** 32 bytes or more, shared with the server at enrolment. */
  readonly leaseSecret: Uint8Array;
  /** Codes used so far. */
  readonly extensions: number;
  readonly reason: ExtensionReason;
  /** Wall time, milliseconds since 1970. */
  readonly now: number;
}

/**
 * Is this the code for the next extension? The hour of the call and the hours beside it are tried, because the
 * two clocks may stand on different sides of a full hour.
 */
export function extensionCodeFits(ask: ExtensionAsk, code: string): boolean {
  const digits = Buffer.from(code.replace(/[\s-]/g, ''));
  const hour = Math.floor(ask.now / 3_600_000);
  return [hour, hour - 1, hour + 1].some((tried) => {
    const text = extensionText({
      stationId: ask.stationId,
      counter: ask.extensions + 1,
      reason: ask.reason,
      hour: tried,
    });
    const wanted = Buffer.from(extensionCode(createHmac('sha256', ask.leaseSecret).update(text).digest()));
    return digits.length === wanted.length && timingSafeEqual(digits, wanted);
  });
}
