import {
  MAX_MANIFEST_BYTES,
  MAX_PACKET_BYTES,
  PACKET_HEADER_BYTES,
  PACKET_MAGIC,
  PACKET_VERSION,
  type PacketFault,
  SIGNATURE_BYTES,
} from '@permit/domain/contract/packet.ts';

/** A value, or the code of the check that failed. */
export type PacketResult<Value> = { readonly ok: true; readonly value: Value } | PacketRefusal;
export type PacketRefusal = { readonly ok: false; readonly code: PacketFault };

/** Shorthand of a refusal. */
export function refused(code: PacketFault): PacketRefusal {
  return { ok: false, code };
}

/** The regions of a packet file (views into it, nothing copied), before anything in it is believed. */
export interface PacketRegions {
  readonly counter: number;
  readonly manifest: Buffer;
  readonly deviceSignature: Buffer;
  readonly operatorSignature: Buffer;
  /** Every sealed part, one after the other. */
  readonly body: Buffer;
}

/** Cuts a file into its regions by the layout in domain/contract/packet.ts; never throws. */
export function cutPacket(bytes: Uint8Array): PacketResult<PacketRegions> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > MAX_PACKET_BYTES) return refused('too-large');
  if (file.length < PACKET_HEADER_BYTES) return refused('cut-short');
  if (file.toString('latin1', 0, 4) !== PACKET_MAGIC) return refused('not-a-packet');
  if (file.readUInt8(4) !== PACKET_VERSION) return refused('unknown-version');
  const manifestBytes = file.readUInt32BE(13);
  if (manifestBytes > MAX_MANIFEST_BYTES) return refused('manifest-malformed');
  const device = PACKET_HEADER_BYTES + manifestBytes;
  const operator = device + SIGNATURE_BYTES;
  const body = operator + SIGNATURE_BYTES;
  if (file.length < body) return refused('cut-short');
  return {
    ok: true,
    value: {
      // A counter beyond 2^53 cannot be in any manifest, so losing its low bits still never matches one.
      counter: Number(file.readBigUInt64BE(5)),
      manifest: file.subarray(PACKET_HEADER_BYTES, device),
      deviceSignature: file.subarray(device, operator),
      operatorSignature: file.subarray(operator, body),
      body: file.subarray(body),
    },
  };
}
