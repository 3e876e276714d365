import { createHash } from 'node:crypto';
import { PACKET_HEADER_BYTES, PACKET_MAGIC, PacketManifest } from '@permit/domain/contract/packet.ts';

/** What a packet file says of itself; the station can read no more of it than this. */
export interface PacketFile {
  readonly manifest: PacketManifest;
  readonly packetHash: string;
}

/** Reads the open part of a packet file; undefined for anything that is not one. */
export function readPacketFile(bytes: Buffer): PacketFile | undefined {
  if (bytes.length < PACKET_HEADER_BYTES || bytes.toString('latin1', 0, 4) !== PACKET_MAGIC) return undefined;
  const end = PACKET_HEADER_BYTES + bytes.readUInt32BE(13);
  try {
    const manifest = PacketManifest.safeParse(JSON.parse(bytes.toString('utf8', PACKET_HEADER_BYTES, end)));
    const packetHash = createHash('sha256').update(bytes).digest('hex');
    return manifest.success ? { manifest: manifest.data, packetHash } : undefined;
  } catch {
    return undefined;
  }
}
