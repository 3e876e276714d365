import type { HidConnection, HidEntry, HidTransport } from '../hid-transport.ts';
import type { OpenCaptureDevice } from './open-capture-device.ts';

/** One device on a wire in this process. */
export interface WiredDevice {
  readonly path: string;
  readonly usage: 1 | 2;
  readonly device: OpenCaptureDevice;
}

/** What a wire does to a report of the device: pass it on, change it, lose it (none), double it (two), or break. */
export type WireFault = (report: Uint8Array) => readonly Uint8Array[] | 'unplug';

/** HID devices that are programs of this process. */
export function deviceTransport(devices: readonly WiredDevice[], fault?: WireFault): HidTransport {
  const entries: HidEntry[] = devices.map(({ path, usage }) => ({
    path,
    vendorId: 0,
    productId: 0,
    usagePage: 0xff42,
    usage,
  }));
  return {
    list: async () => entries,
    open: async (path) => {
      const found = devices.find((one) => one.path === path);
      if (found === undefined) throw new Error(`no device at ${path}`);
      return wire(found.device, fault);
    },
  };
}

function wire(device: OpenCaptureDevice, fault: WireFault = (report) => [report]): HidConnection {
  let onReport: (report: Uint8Array) => void = () => undefined;
  let onGone: (reason: string) => void = () => undefined;
  let open = true;
  device.onSend((report) => {
    if (!open) return;
    const passed = fault(report);
    if (passed === 'unplug') {
      open = false;
      device.unplug();
      onGone('the plug was pulled');
    } else passed.forEach((one) => onReport(one));
  });
  return {
    write: async (report) => {
      if (!open) throw new Error('the device is gone');
      device.receive(report);
    },
    onReport: (listener) => {
      onReport = listener;
    },
    onGone: (listener) => {
      onGone = listener;
    },
    close: async () => {
      open = false;
    },
  };
}
