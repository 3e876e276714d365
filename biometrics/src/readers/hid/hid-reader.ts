import { guardReader } from '../guard-reader.ts';
import { asReaderError, ReaderError } from '../reader-error.ts';
import { withDeadline, type ReaderTime } from '../reader-time.ts';
import type { ReaderAdapter, ReaderInfo, ReaderMode } from '../reader.ts';
import { knownDevice } from './device-table.ts';
import type { HidTransport } from './hid-transport.ts';
import { openCaptureCore, openDevice, type OpenedDevice } from './open-capture-reader.ts';
import { reportLine } from './report-line.ts';

export interface HidReaderOptions {
  readonly mode: ReaderMode;
  readonly time: ReaderTime;
  readonly transport: HidTransport;
  /** Raw Ed25519 keys (base64) by serial, noted when each device was registered. In production nothing else is believed. */
  readonly pinnedKeys: ReadonlyMap<string, string>;
  /** The transport leads to simulated devices. */
  readonly simulated?: boolean;
  /** Told of devices that answer but are not used, and of missing drivers. */
  readonly onRefused?: (what: string, error: ReaderError) => void;
}

const OPEN_LIMIT_MS = 3_000;

/** Readers that speak the open capture protocol over HID (docs/reader-protocol.md). */
export function createHidAdapter(options: HidReaderOptions): ReaderAdapter {
  const { transport, onRefused } = options;
  const describe = async (path: string, signal?: AbortSignal): Promise<readonly ReaderInfo[]> => {
    try {
      const { device, info } = await connect(path, options, signal);
      await device.line.close();
      return [info];
    } catch (error) {
      onRefused?.(path, asReaderError(error));
      return [];
    }
  };
  return {
    name: 'hid',
    discover: async (signal) => {
      const entries = await transport.list().catch((error: unknown) => {
        onRefused?.('hid', asReaderError(error));
        return [];
      });
      const found: ReaderInfo[] = [];
      for (const entry of entries) {
        const known = knownDevice(entry);
        if (known?.drive === 'open-capture') found.push(...(await describe(entry.path, signal)));
        if (known?.drive === 'other-door') {
          onRefused?.(
            known.name,
            new ReaderError('unsupported', `${known.name} readers come through ${known.door}`),
          );
        }
      }
      return found;
    },
    open: async (readerId, signal) => {
      const path = /^hid:(.+)$/.exec(readerId)?.[1];
      if (path === undefined) throw new ReaderError('not-found', readerId);
      const { device, info, pinnedKey } = await connect(path, options, signal);
      return guardReader(openCaptureCore(device, info, pinnedKey), { ...options, opened: info });
    },
    close: async () => undefined,
  };
}

interface Connected {
  readonly device: OpenedDevice;
  readonly info: ReaderInfo;
  readonly pinnedKey: string | undefined;
}

async function connect(path: string, options: HidReaderOptions, signal?: AbortSignal): Promise<Connected> {
  const { transport, time, mode, pinnedKeys, simulated = false } = options;
  const connection = await transport.open(path).catch((error: unknown) => {
    throw error instanceof ReaderError ? error : new ReaderError('not-found', asReaderError(error).detail);
  });
  const line = reportLine(connection, time);
  try {
    const limit = { milliseconds: OPEN_LIMIT_MS, what: `opening ${path}`, signal };
    const device = await withDeadline(time, limit, (stop) => openDevice(line, stop));
    const info = { ...device.info, id: `hid:${path}`, simulated };
    const pinnedKey = pinnedKeys.get(info.identity.serial);
    if (pinnedKey !== undefined && device.key !== pinnedKey) {
      throw new ReaderError(
        'tampered',
        `${info.identity.serial} has another key than when it was registered`,
      );
    }
    if (mode === 'production' && pinnedKey === undefined) {
      throw new ReaderError('not-registered', `no key is noted for ${info.identity.serial}`);
    }
    return { device, info, pinnedKey };
  } catch (error) {
    await line.close().catch(() => undefined);
    throw error;
  }
}
