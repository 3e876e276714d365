import type * as NodeHid from 'node-hid';
import { ReaderError } from '../reader-error.ts';
import type { HidConnection, HidEntry, HidTransport } from './hid-transport.ts';

/**
 * HID through node-hid, which is loaded with the first call: it needs libusb and libudev, and a
 * station without them must still run its other readers. Rejects with one clear sentence then.
 */
export function nodeHidTransport(): HidTransport {
  return {
    list: async () => {
      const { devicesAsync } = await loadNodeHid();
      return (await devicesAsync().catch(withoutLibraries)).flatMap(entryOf);
    },
    open: async (path) => {
      const { HIDAsync } = await loadNodeHid();
      try {
        return connectionOf(await HIDAsync.open(path));
      } catch (error) {
        throw new ReaderError('not-found', `the HID device cannot be opened: ${messageOf(error)}`);
      }
    },
  };
}

async function loadNodeHid(): Promise<typeof NodeHid> {
  try {
    const loaded = await import('node-hid');
    if (process.platform === 'linux') loaded.setDriverType('hidraw');
    return loaded;
  } catch (error) {
    return withoutLibraries(error);
  }
}

/** The native part is loaded late, so both the import and the first call can end here. */
function withoutLibraries(error: unknown): never {
  throw new ReaderError(
    'driver',
    `USB readers need libusb-1.0 and libudev on this machine (${messageOf(error)}); other readers go on`,
  );
}

function entryOf(device: { [name in keyof HidEntry]?: HidEntry[name] | undefined }): readonly HidEntry[] {
  const { path, vendorId = 0, productId = 0, usagePage = 0, usage = 0 } = device;
  return path === undefined ? [] : [{ path, vendorId, productId, usagePage, usage }];
}

function connectionOf(device: NodeHid.HIDAsync): HidConnection {
  return {
    write: async (report) => void (await device.write(Buffer.from(report))),
    onReport: (listener) => void device.on('data', (data: Buffer) => listener(new Uint8Array(data))),
    onGone: (listener) => void device.once('error', (error: unknown) => listener(messageOf(error))),
    close: () => device.close(),
  };
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}
