import { guardReader, type ReaderCore } from '../guard-reader.ts';
import { ReaderError } from '../reader-error.ts';
import type { ReaderTime } from '../reader-time.ts';
import type { ReaderAdapter, ReaderMode } from '../reader.ts';
import { askDevices, discoverSbi } from './discover-sbi.ts';
import { captureRequest, readCapture, type SbiSession } from './sbi-capture.ts';
import type { SbiDevice } from './sbi-device.ts';
import { FIRST_HASH } from './sbi-hash.ts';
import { callSbi, openSbi } from './sbi-http.ts';
import { SBI_PORTS, subIdOf } from './sbi-names.ts';
import { readMotionJpeg } from './sbi-stream.ts';
import { pinnedTrust, type SbiTrust } from './sbi-trust.ts';

export interface SbiReaderOptions {
  readonly mode: ReaderMode;
  readonly time: ReaderTime;
  /** PEM certificates of the device makers (or of the ministry) that are trusted; nothing else is. */
  readonly trustedRoots: readonly string[];
  /** 4501-4600 unless said otherwise. */
  readonly ports?: readonly number[];
  /** Told of every service that answered but was not believed. */
  readonly onRefused?: (port: number, error: ReaderError) => void;
}

const STREAM_LIMIT_MS = 5 * 60_000;

/** Client of the Secure Biometric Interface 0.9.5: the door through which certified readers come. */
export function createSbiAdapter(options: SbiReaderOptions): ReaderAdapter {
  const trust = pinnedTrust(options.trustedRoots, options.time);
  const { time, ports = SBI_PORTS, onRefused } = options;
  const search = { ports, time, trust, onRefused };
  return {
    name: 'sbi',
    discover: async (signal) => (await discoverSbi(search, signal)).map(({ info }) => info),
    open: async (readerId, signal = new AbortController().signal) => {
      const device = await findDevice(readerId, trust, signal);
      if (device.info.status === 'not-registered') throw new ReaderError('not-registered', readerId);
      return guardReader(sbiCore(device, trust, options.time), { ...options, opened: device.info });
    },
    close: async () => undefined,
  };
}

async function findDevice(readerId: string, trust: SbiTrust, signal: AbortSignal): Promise<SbiDevice> {
  const port = Number(/^sbi:(\d{1,5}):/.exec(readerId)?.[1]);
  if (!(port > 0 && port < 65_536)) throw new ReaderError('not-found', readerId);
  const device = (await askDevices(port, trust, signal)).find(({ info }) => info.id === readerId);
  if (device === undefined) throw new ReaderError('not-found', readerId);
  return device;
}

function sbiCore(device: SbiDevice, trust: SbiTrust, time: ReaderTime): ReaderCore {
  const { port, deviceId } = device;
  const session: SbiSession = { device, trust, time, previousHash: FIRST_HASH, sequence: time.now() };
  return {
    info: async (signal) => (await findDevice(device.info.id, trust, signal)).info,
    preview: async function* (target, signal) {
      const body = { deviceId, deviceSubId: subIdOf(target), timeout: String(STREAM_LIMIT_MS) };
      yield* readMotionJpeg(await openSbi({ port, verb: 'STREAM', path: '/stream', body, signal }));
    },
    capture: async (spec, signal) => {
      const body = captureRequest(session, spec);
      const answer = await callSbi({ port, verb: 'RCAPTURE', path: '/capture', body, signal });
      return await readCapture(answer, spec, session);
    },
    close: async () => undefined,
  };
}
