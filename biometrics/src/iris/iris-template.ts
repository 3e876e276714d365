import { CODE_BYTES, type PhaseCode } from './phase-code.ts';
import { countBits } from './popcount.ts';

/**
 * An iris template: bytes 0-2 "IRT", 3 version, 4 number of hypotheses (1-3), 5 quality 0-100, 6-7 zero,
 * then for each hypothesis, best first: code, mask, half-column code, half-column mask (256 bytes each).
 */
export const IRIS_TEMPLATE_VERSION = 1;
const MAGIC = [0x49, 0x52, 0x54];
const HEADER_BYTES = 8;
const HYPOTHESIS_BYTES = 4 * CODE_BYTES;
export const MOST_HYPOTHESES = 3;

export interface IrisTemplate {
  readonly quality: number;
  readonly hypotheses: readonly PhaseCode[];
}

/** Writes a template; throws RangeError unless it has one to three hypotheses. */
export function writeIrisTemplate({ quality, hypotheses }: IrisTemplate): Uint8Array {
  if (hypotheses.length < 1 || hypotheses.length > MOST_HYPOTHESES) {
    throw new RangeError(`an iris template has 1 to ${MOST_HYPOTHESES} hypotheses, not ${hypotheses.length}`);
  }
  const bytes = new Uint8Array(HEADER_BYTES + hypotheses.length * HYPOTHESIS_BYTES);
  bytes.set([...MAGIC, IRIS_TEMPLATE_VERSION, hypotheses.length, quality]);
  hypotheses.forEach((code, i) => {
    const parts = [code.even, code.evenMask, code.odd, code.oddMask];
    parts.forEach((part, k) => bytes.set(part, HEADER_BYTES + i * HYPOTHESIS_BYTES + k * CODE_BYTES));
  });
  return bytes;
}

/** Reads a template of a version this engine wrote; undefined for anything else (re-extract from the image). */
export function readIrisTemplate(bytes: Uint8Array): IrisTemplate | undefined {
  const count = bytes[4] ?? 0;
  const known = MAGIC.every((byte, i) => bytes[i] === byte) && bytes[3] === IRIS_TEMPLATE_VERSION;
  const rightSize = bytes.length === HEADER_BYTES + count * HYPOTHESIS_BYTES;
  if (!known || !rightSize || count < 1 || count > MOST_HYPOTHESES) return undefined;
  const hypotheses = Array.from({ length: count }, (_, i) => readHypothesis(bytes, i));
  return { quality: bytes[5] as number, hypotheses };
}

function readHypothesis(bytes: Uint8Array, index: number): PhaseCode {
  const part = (k: number) => {
    const from = HEADER_BYTES + index * HYPOTHESIS_BYTES + k * CODE_BYTES;
    return bytes.subarray(from, from + CODE_BYTES);
  };
  const evenMask = part(1);
  return { even: part(0), evenMask, odd: part(2), oddMask: part(3), usableBits: countBits(evenMask) };
}
