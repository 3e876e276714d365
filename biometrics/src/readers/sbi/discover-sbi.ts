import { asReaderError, type ReaderError } from '../reader-error.ts';
import { withDeadline, type ReaderTime } from '../reader-time.ts';
import { readDeviceInfos, readDiscovery, unregisteredDevice, type SbiDevice } from './sbi-device.ts';
import { callSbi } from './sbi-http.ts';
import type { SbiTrust } from './sbi-trust.ts';

export interface SbiSearch {
  readonly ports: readonly number[];
  readonly time: ReaderTime;
  readonly trust: SbiTrust;
  /** Told of every port that answers but cannot be believed. */
  readonly onRefused?: ((port: number, error: ReaderError) => void) | undefined;
}

/** A port that listens must answer within this; a closed one refuses at once. */
const PROBE_LIMIT_MS = 1_500;

/** Asks all ports at once. A port that does not answer, or cannot be believed, has no devices. */
export async function discoverSbi(search: SbiSearch, signal?: AbortSignal): Promise<readonly SbiDevice[]> {
  const found = await Promise.all(search.ports.map((port) => probe(port, search, signal)));
  return found.flat();
}

async function probe(port: number, search: SbiSearch, signal?: AbortSignal): Promise<readonly SbiDevice[]> {
  const limit = { milliseconds: PROBE_LIMIT_MS, what: `discovery on ${port}`, signal };
  try {
    return await withDeadline(search.time, limit, (stop) => askDevices(port, search.trust, stop));
  } catch (error) {
    const { problem } = asReaderError(error);
    if (problem === 'aborted') throw error;
    if (problem !== 'not-found') search.onRefused?.(port, asReaderError(error));
    return [];
  }
}

/** Discovery is unsigned and only says that somebody is there; who it is comes from the signed info. */
export async function askDevices(
  port: number,
  trust: SbiTrust,
  signal: AbortSignal,
): Promise<readonly SbiDevice[]> {
  const answer = await callSbi({
    port,
    verb: 'MOSIPDISC',
    path: '/device',
    body: { type: 'Biometric Device' },
    signal,
  });
  const entries = readDiscovery(answer);
  if (entries.length === 0) return [];
  const unregistered = entries.filter((entry) => entry['deviceStatus'] === 'Not Registered');
  if (unregistered.length === entries.length) return entries.map((entry) => unregisteredDevice(port, entry));
  const info = await callSbi({ port, verb: 'MOSIPDINFO', path: '/info', body: {}, signal });
  return await readDeviceInfos(info, port, trust);
}
