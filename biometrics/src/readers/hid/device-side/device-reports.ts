import { createHash, sign, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The fields of a picture block. */
export interface PictureHead {
  readonly position: number;
  readonly quality: number;
  readonly width: number;
  readonly height: number;
  readonly ppi: number;
  readonly time: number;
  readonly sequence: number;
  readonly pixels: Uint8Array;
}

export interface DrawnBlock {
  readonly index: number;
  readonly count: number;
  readonly kind: number;
  readonly head?: PictureHead;
  readonly bytes: Uint8Array;
}

/** `02 | …`, padded. */
export function eventReport(payload: number, bytes: readonly number[]): Uint8Array {
  const report = new Uint8Array(payload + 1);
  report.set([2, ...bytes]);
  return report;
}

/** `02 12 …` as in section 4 of the document. */
export function blockReport(payload: number, tag: number, block: DrawnBlock): Uint8Array {
  const report = Buffer.alloc(payload + 1);
  report.set([2, 0x12, tag, block.index, block.count, block.kind]);
  const { head } = block;
  if (head !== undefined) {
    report[6] = head.position;
    report[7] = head.quality;
    report.writeUInt16LE(head.width, 8);
    report.writeUInt16LE(head.height, 10);
    report.writeUInt16LE(head.ppi, 12);
    report.writeBigUInt64LE(BigInt(head.time), 14);
    report.writeUInt32LE(head.sequence, 22);
  }
  report.writeUInt32LE(block.bytes.length, 26);
  report.writeUInt32LE(crc32(block.bytes), 30);
  return new Uint8Array(report);
}

/** `03 | tag | index | chunk | bytes`, the last chunk padded. */
export function dataReport(
  payload: number,
  tag: number,
  { block, chunk }: { readonly block: DrawnBlock; readonly chunk: number },
): Uint8Array {
  const size = payload - 4;
  const report = new Uint8Array(payload + 1);
  report.set([3, tag, block.index, chunk & 0xff, chunk >> 8]);
  report.set(block.bytes.subarray(chunk * size, (chunk + 1) * size), 5);
  return report;
}

/** Ed25519 over the bytes that section 4 names. */
export function signPicture(key: KeyObject, head: PictureHead, nonce: Uint8Array): Buffer {
  const fields = Buffer.alloc(4 + 1 + 2 + 2 + 2 + 8);
  fields.writeUInt32LE(head.sequence, 0);
  fields.writeUInt8(head.position, 4);
  fields.writeUInt16LE(head.width, 5);
  fields.writeUInt16LE(head.height, 7);
  fields.writeUInt16LE(head.ppi, 9);
  fields.writeBigUInt64LE(BigInt(head.time), 11);
  const digest = createHash('sha256').update(head.pixels).digest();
  return sign(null, Buffer.concat([Buffer.from('OCP1'), nonce, fields, digest]), key);
}
