import type { PacketManifest } from '@permit/domain/contract/packet.ts';

/** The last packet that the server took from a device; counter 0 and NO_PREVIOUS_HASH before the first. */
export interface ChainHead {
  readonly counter: number;
  readonly packetHash: string;
}

export type ChainDecision =
  | { readonly place: 'next' }
  /** Taken before: answer the same receipt. */
  | { readonly place: 'again' }
  /** An earlier one has not arrived yet: take it later, nothing is wrong. */
  | { readonly place: 'later'; readonly code: 'counter-gap' }
  /** Both are set aside and the device is revoked (promises.md, Time at a station). */
  | { readonly place: 'refused'; readonly code: 'fork' | 'chain-broken' };

interface Incoming {
  readonly packetHash: string;
  readonly manifest: Pick<PacketManifest, 'deviceCounter' | 'previousHash'>;
}

/**
 * Where a verified packet stands in its device's chain. `known` is the hash that the server holds under the
 * packet's own counter, if any.
 */
export function decideChain(packet: Incoming, head: ChainHead, known: string | undefined): ChainDecision {
  const { deviceCounter, previousHash } = packet.manifest;
  if (deviceCounter <= head.counter) {
    return known === packet.packetHash ? { place: 'again' } : { place: 'refused', code: 'fork' };
  }
  if (deviceCounter > head.counter + 1) return { place: 'later', code: 'counter-gap' };
  return previousHash === head.packetHash ? { place: 'next' } : { place: 'refused', code: 'chain-broken' };
}
